"""How it goes for somebody, and what stands in the way: short ways to write it in a test."""

from datetime import date, timedelta
from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.record import opened
from tests.support.store import Store
from webapp.domain.obstacles import reading as obstacle_reading
from webapp.domain.obstacles import service as obstacles
from webapp.domain.outcomes import answering, own_steps, reading, service
from webapp.domain.outcomes.rules import Moment, OutcomeView, OwnStepView
from webapp.domain.people.rules import day_in_sweden

SECRET_STEP = "I slept a whole night in secret"


def register(
    store: Store,
    coach: Colleague | Participant,
    person: Participant,
    moment: Moment = "start",
    status: str = "none",
    on: date | None = None,
    **given: Any,
) -> str:
    """An outcome that the coach registers, today unless it says. Gives its reference."""
    reason = "as_planned" if moment == "exit" else None
    return store.do(
        service.register,
        actor=coach.actor,
        participant_id=person.id,
        moment=moment,
        status=status,
        happened_on=on or day_in_sweden(store.now),
        **{"exit_reason": reason, **given},
    ).object_ref


def say(store: Store, person: Participant, ref: str, value: str, reason: str = "") -> None:
    """The person's answer to an outcome."""
    store.do(
        answering.answer,
        actor=person.actor,
        ref=ref,
        value=value,
        reason=reason,
        lang=person.language,
    )


def outcomes(store: Store, coach: Colleague, person: Participant) -> tuple[OutcomeView, ...]:
    """Everything that was registered, as the coach reads it."""
    return store.ask(reading.all_outcomes, record=opened(store, coach, person, "outcome"))


def own_outcomes(store: Store, person: Participant) -> tuple[OutcomeView, ...]:
    """What is registered now, as the person reads it."""
    return store.ask(reading.own_outcomes, participant_id=person.id)


def step(store: Store, person: Participant, text: str, *, shared: bool = True, **given: Any) -> str:
    """A step the person has taken, today unless it says. Gives its reference."""
    day = given.pop("on", None) or day_in_sweden(store.now)
    return store.do(
        own_steps.write,
        actor=person.actor,
        text=text,
        lang=person.language,
        happened_on=day,
        shared=shared,
        **given,
    ).object_ref


def steps(store: Store, person: Participant) -> tuple[OwnStepView, ...]:
    """The steps as the person sees them."""
    return store.ask(reading.own_steps, participant_id=person.id)


def shared_steps(store: Store, coach: Colleague, person: Participant) -> tuple[OwnStepView, ...]:
    """The steps as the coach sees them."""
    return store.ask(reading.shared_steps, record=opened(store, coach, person, "outcome"))


def obstacle(store: Store, writer: Colleague | Participant, text: str, **given: Any) -> str:
    """An obstacle that this member of staff writes and owns. Gives its reference."""
    found = {
        "kind": "obstacle",
        "party": "municipality",
        "type": "waiting",
        "days_lost": 14,
        **({} if "owner_ref" in given else {"owner_ref": ref_of(store, writer)}),
        **given,
    }
    return store.do(obstacles.write, actor=writer.actor, text=text, **found).object_ref


def ref_of(store: Store, who: Colleague | Participant) -> str:
    """The member of staff's own reference."""
    found = store.ask(obstacle_reading.colleagues, staff_id=who.id)
    return next(each.ref for each in found if each.name == who.name)


def stand_in_world(store: Store, hodan: Participant, amina: Colleague) -> dict[str, str]:
    """One outcome that waits, one that is not right; a shared step and a private one.

    Gives their references by name.
    """
    day = day_in_sweden(store.now)
    start = register(store, amina, hodan, "start", "none", day)
    over = register(store, amina, hodan, "exit", "work_training", day)
    say(store, hodan, over, "no", "I have not finished here")
    bus = step(store, hodan, "I took the bus alone", on=day - timedelta(days=1))
    step(store, hodan, SECRET_STEP, shared=False)
    obstacle(store, amina, "The office was closed for two weeks")
    return {"outcome": start, "outcome_no": over, "own_step": bus}
