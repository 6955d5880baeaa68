"""My job profile: a living page that I own, section by section private or shared.

Source: Supported Employment, step 2; what an employer may be told is the disclosure plan of IPS.
"""

from flask import Response

from webapp.domain.errors import NotFound
from webapp.domain.instruments.definitions import Item
from webapp.domain.instruments.load import instrument
from webapp.domain.profile import summary
from webapp.domain.profile.rules import TOLD_TO_EMPLOYERS, EntryView, sections
from webapp.kit.languages import say
from webapp.kit.pages import page
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, filled
from webapp.participant.path.forms import SectionForm
from webapp.participant.path.writing import entries, form_page, store

ADDRESS = "/me/profile"


@blueprint.get("/profile")
def profile() -> Response:
    """Every section: what it says, and who sees it."""
    return page(
        "participant/path/profile.html",
        here="goals",
        instrument=instrument("PROF"),
        sections=sections(),
        written=summary.by_part(entries()),
        tap=TapForm(),
    )


@blueprint.get("/profile/employer")
def employer() -> Response:
    """What an employer may be told, to show on the phone or on paper."""
    told = summary.by_part(entries()).get(TOLD_TO_EMPLOYERS)
    number = [item.id for item in sections()].index(TOLD_TO_EMPLOYERS) + 1
    return page("participant/path/employer.html", here="goals", told=told, number=number)


@blueprint.get("/profile/<int:number>")
def section(number: int) -> Response:
    """One section to write or change."""
    item, entry = _section(number)
    form = SectionForm()
    if entry is not None:
        who = "coach" if entry.shared else "me"
        form = filled(form, text=entry.words.text, who=who)
    return _page(form, item, entry)


@blueprint.post("/profile/<int:number>")
def write_section(number: int) -> Response:
    """Stores the section, and who sees it."""
    item, entry = _section(number)
    form = SectionForm()
    if form.validate_on_submit():
        with form.refusing():
            return store(form, "section", form.words(item.id), ADDRESS)
    return _page(form, item, entry, 422)


def _section(number: int) -> tuple[Item, EntryView | None]:
    if not 1 <= number <= len(sections()):
        raise NotFound
    item = sections()[number - 1]
    return item, summary.by_part(entries()).get(item.id)


def _page(form: SectionForm, item: Item, entry: EntryView | None, status: int = 200) -> Response:
    form.text.label.text = say(item.wording)
    return form_page(
        form,
        title=say(item.area),
        back=ADDRESS,
        status=status,
        text_help=say(item.help) if item.help else None,
        entry=entry,
        tap=TapForm(formdata=None),
    )
