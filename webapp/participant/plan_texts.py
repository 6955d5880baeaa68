"""Writing in my plan: in each part my own words, for me or for me and my coach."""

from flask import Response, request
from flask_babel import gettext

from webapp.domain.agreement.rules import LineView, Wording
from webapp.domain.coordination import reading as plan_reading
from webapp.domain.coordination import service
from webapp.domain.coordination.rules import PLACES, TextView
from webapp.domain.coordination.subjects import About, find, kind_of
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.goals.reading import own_goals
from webapp.domain.people.service import contact
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page, saved_there, taken_away
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.coordination_forms import PlanTextForm
from webapp.participant.forms import TapForm, filled

WHOLE = "/me/plan/whole"
HOMES = {
    "important": "/me/plan/important",
    "need": "/me/plan/needs",
    "myself": "/me/plan/myself",
    "help": "/me/plan/myself",
    "result": "/me/plan/follow-up",
}


def home_of(part: str, about: bool) -> str:
    """The page where a text of this part stands."""
    return WHOLE if about and part != "result" else HOMES.get(part, WHOLE)


@blueprint.get("/plan/write/<part>")
@blueprint.get("/plan/write/<part>/<about>")
def new_plan_text(part: str, about: str | None = None) -> Response:
    """Room for my words in one part of the plan."""
    return _new(part, about, PlanTextForm())


@blueprint.post("/plan/write/<part>")
@blueprint.post("/plan/write/<part>/<about>")
def write_plan_text(part: str, about: str | None = None) -> Response:
    """Stores my words."""
    form = PlanTextForm()
    if form.validate_on_submit():
        with form.refusing():
            return _write(part, about, form)
    return _new(part, about, form, 422)


def _new(part: str, about: str | None, form: PlanTextForm, status: int = 200) -> Response:
    found = _about(part, about)
    return _page(form, part, found, status, back=home_of(part, about is not None))


def _about(part: str, ref: str | None) -> About | None:
    if part not in PLACES or "participant" not in PLACES[part].sides:
        raise NotFound
    db, person = reading(), me().id
    kind = kind_of(part, ref)
    goals = own_goals(db, participant_id=person) if kind and kind[0] == "goal" else ()
    return find(db, participant_id=person, part=part, ref=ref, goals=goals)


def _page(
    form: PlanTextForm,
    part: str,
    about: About | None,
    status: int,
    *,
    back: str,
    line: LineView | None = None,
) -> Response:
    form.name_reader(contact(reading(), participant_id=me().id))
    return page(
        "participant/plan_write.html",
        status,
        here="plan",
        form=form,
        part=part,
        about=about,
        back=back,
        line=line,
        action=request.path,
    )


def _write(part: str, about: str | None, form: PlanTextForm) -> Response:
    with writing() as db:
        receipt = service.write(
            db,
            actor=me().actor,
            participant_id=me().id,
            part=part,
            about=kind_of(part, about),
            wording=Wording(form.text.data or "", languages.own_words()),
            shared=form.shared,
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, home_of(part, about is not None))


@blueprint.get("/plan/texts/<ref>")
def edit_plan_text(ref: str) -> Response:
    """What I wrote, to be changed."""
    text = _own(ref)
    form = filled(
        PlanTextForm(),
        text=text.line.wording.text,
        seen=text.line.seen,
        who="coach" if text.shared else "me",
    )
    return _edit(form, text)


@blueprint.post("/plan/texts/<ref>")
def rewrite_plan_text(ref: str) -> Response:
    """Stores the change, or who sees it."""
    form, text = PlanTextForm(), _own(ref)
    if form.validate_on_submit():
        with form.refusing(conflict="text"):
            return _rewrite(form, text)
    form.seen.raw_data, form.seen.data = None, text.line.seen
    return _edit(form, text, 422)


def _own(ref: str) -> TextView:
    text = plan_reading.find(plan_reading.own_texts(reading(), participant_id=me().id), ref)
    if text.author != "participant":
        raise NotFound
    return text


def _edit(form: PlanTextForm, text: TextView, status: int = 200) -> Response:
    about = _about(text.part, text.subject)
    back = home_of(text.part, bool(text.subject))
    return _page(form, text.part, about, status, back=back, line=text.line)


def _rewrite(form: PlanTextForm, text: TextView) -> Response:
    with writing() as db:
        receipt = service.edit(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=text.ref,
            seen=form.seen.data or "",
            wording=Wording(form.text.data or "", languages.own_words()),
            shared=form.shared,
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, home_of(text.part, bool(text.subject)))


@blueprint.post("/plan/texts/<ref>/remove")
def remove_plan_text(ref: str) -> Response:
    """Takes it away, or puts it back. The next page offers to put it back."""
    part, about = plan_reading.own_place(reading(), participant_id=me().id, ref=ref)
    back, home, key = request.form.get("value") == "back", home_of(part, about), TapForm().once
    try:
        with writing() as db:
            service.remove(
                db,
                actor=me().actor,
                participant_id=me().id,
                ref=ref,
                removed=not back,
                key=key,
                now=now(),
            )
    except Invalid:
        return done(gettext("There is no room for it. Take something away first."), home)
    return taken_away(home, f"undo={ref}", back=back)
