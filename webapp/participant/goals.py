"""My goals, and a new one."""

from flask import Response

from webapp.domain.agreement.rules import Wording
from webapp.domain.errors import Invalid
from webapp.domain.goals import service
from webapp.domain.goals.cards import CARDS
from webapp.domain.goals.reading import own_goals
from webapp.kit import languages
from webapp.kit.cards import card_text
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import OWN_WORDS, GoalForm


@blueprint.get("/goals")
def goals() -> Response:
    """All my goals: those I work on, and those I have put aside."""
    found = own_goals(reading(), participant_id=me().id)
    return page(
        "participant/goals.html",
        here="goals",
        active=[goal for goal in found if goal.status == "active"],
        others=[goal for goal in found if goal.status != "active"],
    )


@blueprint.get("/goals/new")
def new_goal() -> Response:
    """Picture cards, own words, and who sees it."""
    return _page(GoalForm())


@blueprint.post("/goals/new")
def set_goal() -> Response:
    """Stores a goal."""
    form = GoalForm()
    if form.validate_on_submit():
        with form.refusing():
            with writing() as db:
                receipt = service.set_goal(
                    db,
                    actor=me().actor,
                    participant_id=me().id,
                    wording=_wording(form),
                    shared=form.who.data == "coach",
                    key=form.once,
                    now=now(),
                )
            return saved(receipt, f"/me/goals/{receipt.object_ref}")
    return _page(form, 422)


def _wording(form: GoalForm) -> Wording:
    language = languages.current().tag
    text = (form.text.data or "").strip()
    if form.card.data == OWN_WORDS:
        if not text:
            raise Invalid("text", "empty")
        return Wording(text, language)
    # Words written beside a chosen picture are the person's own, and win over the picture's.
    return Wording(text, language) if text else _card(form.card.data, language)


def _card(card: str, language: str) -> Wording:
    return Wording(card_text(card), language, card=card)


def _page(form: GoalForm, status: int = 200) -> Response:
    cards = [(card.id, card.icon, card_text(card.id)) for card in CARDS]
    return page(
        "participant/goal_new.html", status, here="goals", form=form, cards=cards, own=OWN_WORDS
    )
