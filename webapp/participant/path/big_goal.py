"""My big goal: in which role, where, and within how long. "I do not know yet" is an answer too.

Source: the Boston model, an overall goal for living, learning, working or socialising.
"""

from flask import Response

from webapp.domain.errors import NotFound
from webapp.domain.instruments.load import instrument
from webapp.domain.profile import summary
from webapp.domain.profile.cards import ROLE_IDS, ROLES, UNKNOWN
from webapp.domain.profile.rules import Words
from webapp.kit import languages
from webapp.kit.cards import area_text, card_text
from webapp.kit.pages import page
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, filled
from webapp.participant.path.forms import BigGoalForm, SharedForm, UnknownForm
from webapp.participant.path.writing import entries, form_page, store
from webapp.participant.surveys import tasks_now

ADDRESS = "/me/big-goal"


@blueprint.get("/big-goal")
def big_goal() -> Response:
    """My big goal, and things I want to try."""
    found = entries()
    return page(
        "participant/path/big_goal.html",
        here="goals",
        goal=summary.big_goal(found),
        tries=summary.of_kind(found, "try"),
        task=next(iter(tasks_now(instrument("BOST"))), None),
        tap=TapForm(),
    )


@blueprint.get("/big-goal/new")
def choose_role() -> Response:
    """In which part of life? A picture for each, and one for not knowing yet."""
    cards = [
        (card.id, card.icon, card_text("dont-know") if card.id == UNKNOWN else area_text(card.id))
        for card in ROLES
    ]
    return page("participant/path/roles.html", here="goals", cards=cards)


@blueprint.get("/big-goal/<role>")
def write_big_goal(role: str) -> Response:
    """Own words, where and when; what is written already stands there."""
    form, goal = _form(role), summary.big_goal(entries())
    if goal is not None:
        said = goal.words
        given = {"who": "coach" if goal.shared else "me", "text": said.text, "place": said.place}
        given["months"] = str(said.months or "")
        known = said.part != UNKNOWN
        form = filled(
            form, **{k: v for k, v in given.items() if k == "who" or (known and k in form)}
        )
    return _page(form, role)


@blueprint.post("/big-goal/<role>")
def set_big_goal(role: str) -> Response:
    """Stores the big goal in place of the one before."""
    form = _form(role)
    if form.validate_on_submit():
        with form.refusing():
            return store(form, "big_goal", _words(form, role), ADDRESS)
    return _page(form, role, 422)


def _form(role: str) -> SharedForm:
    if role not in ROLE_IDS:
        raise NotFound
    return UnknownForm() if role == UNKNOWN else BigGoalForm()


def _words(form: SharedForm, role: str) -> Words:
    if role == UNKNOWN:
        return Words(card_text("dont-know"), languages.current().tag, part=UNKNOWN)
    return form.words(role)


def _page(form: SharedForm, role: str, status: int = 200) -> Response:
    title = card_text("dont-know") if role == UNKNOWN else area_text(role)
    return form_page(form, title=title, back=f"{ADDRESS}/new", status=status)
