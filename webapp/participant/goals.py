"""My goals, and a new one."""

from itertools import groupby

from flask import Response

from webapp.domain.agreement.rules import Wording
from webapp.domain.audit.service import Receipt
from webapp.domain.errors import NotFound
from webapp.domain.goals import service
from webapp.domain.goals.cards import CARD_IDS, CARDS
from webapp.domain.goals.reading import own_goals
from webapp.domain.people.service import contact
from webapp.kit import languages
from webapp.kit.cards import area_text, card_text
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
def choose_goal() -> Response:
    """Picture cards by area of life, and own words."""
    areas = [
        (area_text(area), [(card.id, card.icon, card_text(card.id)) for card in cards])
        for area, cards in groupby(CARDS, key=lambda card: card.area)
    ]
    return page("participant/goal_choose.html", here="goals", areas=areas, own=OWN_WORDS)


@blueprint.get("/goals/new/<card>")
def new_goal(card: str) -> Response:
    """The chosen picture or own words, and who sees it."""
    return _page(GoalForm(), card)


@blueprint.post("/goals/new/<card>")
def set_goal(card: str) -> Response:
    """Stores a goal."""
    form = GoalForm()
    if form.validate_on_submit():
        with form.refusing():
            receipt = _set(form, card)
            return saved(receipt, f"/me/goals/{receipt.object_ref}")
    return _page(form, card, 422)


def _set(form: GoalForm, card: str) -> Receipt:
    with writing() as db:
        return service.set_goal(
            db,
            actor=me().actor,
            participant_id=me().id,
            wording=_wording(form, _known(card)),
            shared=form.shared,
            key=form.once,
            now=now(),
        )


def _known(card: str) -> str:
    if card not in CARD_IDS and card != OWN_WORDS:
        raise NotFound
    return card


def _wording(form: GoalForm, card: str) -> Wording:
    """Words written beside a picture are the person's own, and win over the picture's."""
    text = (form.text.data or "").strip()
    if card == OWN_WORDS or text:
        return Wording(text, languages.own_words())
    return Wording(card_text(card), languages.current().tag, card=card)


def _page(form: GoalForm, card: str, status: int = 200) -> Response:
    own = _known(card) == OWN_WORDS
    form.name_reader(contact(reading(), participant_id=me().id))
    return page(
        "participant/goal_new.html",
        status,
        here="goals",
        form=form,
        card=card,
        picture=not own,
    )
