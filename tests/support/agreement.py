"""The whole plan and the history of its lines: short ways to write them in a test."""

from tests.support.people import Colleague, Participant
from tests.support.record import opened
from tests.support.seen import as_seen
from tests.support.store import Store
from webapp.domain.agreement.history import VersionView, own_history, shared_history
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination.agreeing import plan_document, propose_plan
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.plan import reading, service
from webapp.domain.plan.document import PlanDocument
from webapp.domain.plan.reading import FrozenPlan, PlanView


def freeze(store: Store, whose: Participant, by: Participant | Colleague | None = None) -> str:
    """ "This is our plan today", said by the person or by the coach. Gives its reference."""
    actor, seen = (by or whose).actor, document(store, whose).seen
    return store.do(propose_plan, actor=actor, participant_id=whose.id, seen=seen).object_ref


def texts(frozen: FrozenPlan) -> list[str]:
    """All texts of a frozen plan."""
    return [entry.line.wording.text for part in frozen.document.sections for entry in part.entries]


def document(store: Store, whose: Participant) -> PlanDocument:
    """The whole plan as it would be frozen now."""
    return store.ask(plan_document, participant_id=whose.id, now=store.now)


def say(
    store: Store,
    whose: Participant,
    ref: str,
    value: str = "yes",
    reason: str = "",
    *,
    by: Participant | Colleague | None = None,
) -> None:
    """An answer to a frozen plan."""
    store.do(
        service.answer_plan,
        actor=(by or whose).actor,
        participant_id=whose.id,
        ref=ref,
        value=value,
        reason=reason,
        lang="en",
    )


def edit(
    store: Store,
    whose: Participant,
    ref: str,
    text: str,
    *,
    seen: int = 1,
    by: Colleague | None = None,
    doer: str | None = None,
) -> None:
    """Another text for a goal, or with a doer for a step."""
    store.do(
        goals.edit_line,
        actor=(by or whose).actor,
        participant_id=whose.id,
        ref=ref,
        seen=as_seen(store, ref, seen),
        wording=Wording(text, "en", doer=doer),
    )


def plans(store: Store, whose: Participant) -> tuple[PlanView, ...]:
    """The person's frozen plans, newest first."""
    return store.ask(reading.own_plans, participant_id=whose.id)


def own_plan(store: Store, whose: Participant, ref: str) -> FrozenPlan:
    """A frozen plan as the person reads it."""
    return store.ask(reading.own_plan, participant_id=whose.id, ref=ref)


def shared_plan(store: Store, coach: Colleague, whose: Participant, ref: str) -> FrozenPlan:
    """A frozen plan as the coach reads it."""
    return store.ask(reading.shared_plan, record=opened(store, coach, whose, "plan"), ref=ref)


def history(store: Store, whose: Participant, ref: str) -> tuple[VersionView, ...]:
    """The history of a line as the person reads it."""
    return store.ask(own_history, participant_id=whose.id, ref=ref)


def seen_history(
    store: Store, coach: Colleague, whose: Participant, ref: str
) -> tuple[VersionView, ...]:
    """The history of a line as the coach reads it."""
    return store.ask(shared_history, record=opened(store, coach, whose, "plan"), ref=ref)


def stand_in_world(store: Store, hodan: Participant, amina: Colleague, step: str) -> dict[str, str]:
    """A plan that both agreed on. A step came back since, so that it can be agreed on again."""
    how = {"actor": hodan.actor, "ref": step}
    store.do(steps.remove_step, removed=True, **how)
    agreed = freeze(store, hodan, amina)
    store.do(steps.remove_step, removed=False, **how)
    say(store, hodan, agreed)
    return {"plan": agreed}
