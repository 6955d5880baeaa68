"""My whole plan: a copy of what my coach reads, and a page for each part that I write in."""

from flask import Response

from webapp.domain.coordination import around, rules
from webapp.domain.coordination import reading as plan_reading
from webapp.domain.coordination.known import person_of
from webapp.domain.coordination.rules import TextView
from webapp.domain.coordination.whole import WholePlan, own_whole_plan
from webapp.domain.partners.names import own_names
from webapp.kit.clock import now, today
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm


def my_whole_plan() -> WholePlan:
    """The plan as my coach reads it."""
    person = person_of(reading(), participant_id=me().id)
    return own_whole_plan(reading(), person=person, day=today())


@blueprint.get("/plan/whole")
def whole_plan() -> Response:
    """Everything in one document, to read and to print."""
    plan = my_whole_plan()
    return page(
        "participant/whole.html",
        here="plan",
        plan=plan,
        consents=plan.consents,
        names=own_names(reading(), participant_id=me().id, now=now()),
        at=now(),
        kept=_kept(),
        tap=TapForm(),
    )


def _kept() -> dict[tuple[str, str | None], TextView]:
    """What I keep for myself about one thing of the plan, by part and thing. Only I find it."""
    texts = plan_reading.own_texts(reading(), participant_id=me().id)
    return {(text.part, text.subject): text for text in texts if text.subject and not text.shared}


@blueprint.get("/plan/important")
def important() -> Response:
    """What is important to me. What drives me stands there already."""
    return _parts("important")


@blueprint.get("/plan/needs")
def plan_needs() -> Response:
    """What I need, and what staff think that I need."""
    return _parts("need")


@blueprint.get("/plan/myself")
def myself() -> Response:
    """What I can do myself, and what help I need."""
    return _parts("myself", "help")


def _parts(*parts: rules.Part) -> Response:
    db, person = reading(), me().id
    texts = plan_reading.own_texts(db, participant_id=person)
    drives = around.facts(db, participant_id=person).drives if "important" in parts else ()
    return page(
        "participant/plan_parts.html",
        here="plan",
        parts=[(part, rules.sides(texts, part)) for part in parts],
        drives=drives,
        tap=TapForm(),
    )


@blueprint.get("/plan/follow-up")
def follow_up() -> Response:
    """When we look at the plan together, and how it went."""
    db, person = reading(), me().id
    texts = plan_reading.own_texts(db, participant_id=person)
    days = around.facts(db, participant_id=person).follow_ups
    return page(
        "participant/follow_up.html",
        here="plan",
        coming=[one for one in days if one.day > today()],
        held=[(one, rules.sides(texts, "result", one.ref)) for one in rules.held(days, today())],
        tap=TapForm(),
    )
