"""What stands in somebody's record: short ways to write it in a test."""

from datetime import datetime, timedelta
from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.store import Store
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import reading, service, steps
from webapp.domain.goals.rules import GoalView
from webapp.domain.meetings import service as meetings
from webapp.domain.meetings.calendar import calendar
from webapp.domain.people import model, signing_in
from webapp.domain.profile import service as profile
from webapp.domain.profile.reading import own_entries, shared_entries
from webapp.domain.profile.rules import EntryView, Kind, SharedPath, Words
from webapp.domain.sharing.gate import OpenedRecord, open_record
from webapp.domain.surveys import rating
from webapp.domain.surveys import reading as survey_reading
from webapp.domain.surveys import service as surveys
from webapp.domain.surveys.rules import Shown, Task
from webapp.domain.surveys.tasks import coach_tasks, open_tasks

SHOWN = Shown("sv", "ltr", "words")


def set_goal(
    store: Store,
    person: Participant,
    text: str,
    *,
    shared: bool = True,
    by: Colleague | None = None,
    **given: Any,
) -> str:
    """A goal of the person, or one that ``by`` suggests. Gives its reference."""
    return store.do(
        service.set_goal,
        actor=(by or person).actor,
        participant_id=person.id,
        wording=Wording(text, person.language),
        shared=shared,
        **given,
    ).object_ref


def add_step(
    store: Store,
    person: Participant,
    goal: str,
    text: str,
    *,
    doer: str = "participant",
    by: Colleague | None = None,
    **given: Any,
) -> str:
    """A step of the person, or one that ``by`` suggests. Gives its reference."""
    return store.do(
        steps.add_step,
        actor=(by or person).actor,
        participant_id=person.id,
        goal_ref=goal,
        wording=Wording(text, person.language, doer=doer),
        **given,
    ).object_ref


def own_goals(store: Store, person: Participant) -> tuple[GoalView, ...]:
    """The goals as the person sees them."""
    return store.ask(reading.own_goals, participant_id=person.id)


def own_goal(store: Store, person: Participant, ref: str) -> GoalView:
    """One goal as the person sees it."""
    return store.ask(reading.own_goal, participant_id=person.id, ref=ref)


def opened(
    store: Store, coach: Colleague, person: Participant, what: str = "brief"
) -> OpenedRecord:
    """The person's record, opened by the coach."""
    return store.do(open_record, staff_id=coach.id, ref=person.ref, what=what)


def shared_goals(store: Store, coach: Colleague, person: Participant) -> tuple[GoalView, ...]:
    """The goals as the coach sees them."""
    return store.ask(reading.shared_goals, record=opened(store, coach, person))


def book(store: Store, coach: Colleague, person: Participant, at: datetime, **given: Any) -> str:
    """A meeting at this time; a time that is past counts as booked a day before it."""
    booked = min(store.now, at - timedelta(days=1))
    wanted = {"now": booked, "place": "Storgatan 1", **given}
    return store.do(
        meetings.book, actor=coach.actor, participant_id=person.id, starts_at=at, **wanted
    ).object_ref


def wish(store: Store, person: Participant, text: str, **given: Any) -> str:
    """Something the person wants to talk about. Gives its reference."""
    return store.do(
        meetings.wish, actor=person.actor, text=text, lang=person.language, **given
    ).object_ref


def written(
    store: Store,
    whose: Participant,
    kind: Kind,
    text: str,
    /,
    *,
    shared: bool = True,
    **words: Any,
) -> str:
    """Something the person writes on "my path". Gives its reference."""
    said = Words(text or f"{kind} {words.get('part')}", whose.language, **words)
    return store.do(
        profile.write, actor=whose.actor, kind=kind, words=said, shared=shared
    ).object_ref


def own_path(store: Store, person: Participant) -> tuple[EntryView, ...]:
    """The person's own path, private things too."""
    return store.ask(own_entries, participant_id=person.id)


def shared_path(store: Store, coach: Colleague, person: Participant) -> SharedPath:
    """The path as the coach gets it."""
    return store.ask(shared_entries, record=opened(store, coach, person))


def task(store: Store, person: Participant, instrument: str, *, named: bool = True) -> Task:
    """The instrument as it is open for the person now, with the choice of a name made.

    Fails when it is not open.
    """
    with store.writing() as session:
        started_on = session.get_one(model.Participant, person.id).started_on
    when = store.ask(calendar, participant_id=person.id, started_on=started_on)
    tasks = store.ask(open_tasks, participant_id=person.id, calendar=when)
    found = next(each for each in tasks if each.instrument.id == instrument)
    if found.named is None:
        store.do(surveys.choose_naming, actor=person.actor, task=found, named=named)
        return task(store, person, instrument)
    return found


def answer(
    store: Store,
    person: Participant,
    task: Task,
    item: str,
    code: str,
    text: str = "",
    **given: Any,
) -> Any:
    """The person's answer to one item. Gives the receipt."""
    return store.do(
        surveys.save_answer,
        actor=person.actor,
        task=task,
        item=task.instrument.item(item),
        code=code,
        text=text,
        **{"shown": SHOWN, **given},
    )


def finish(store: Store, person: Participant, task: Task, **given: Any) -> None:
    """The person is done with the round."""
    store.do(surveys.finish, actor=person.actor, task=task, **given)


def end_sign_ins(store: Store, person: Participant) -> None:
    """Every phone on which the person is signed in is signed out, as when its time has run out."""
    store.do(signing_in.end_all, participant_id=person.id)


def codes(store: Store, person: Participant, instrument: str) -> dict[str, str]:
    """The person's newest answer codes by item."""
    responses = store.ask(survey_reading.own_responses, participant_id=person.id)
    return next(each.codes for each in responses if each.instrument == instrument)


def coach_task(store: Store, coach: Colleague, person: Participant, instrument: str) -> Task:
    """The instrument as it is open for the coach to rate. Fails when it is not."""
    record = opened(store, coach, person, "page")
    when = store.ask(calendar, participant_id=person.id, started_on=record.started_on)
    tasks = store.ask(coach_tasks, record=record, calendar=when)
    return next(each for each in tasks if each.instrument.id == instrument)


def rate(
    store: Store, coach: Colleague, person: Participant, task: Task, code: str = "4", **codes: str
) -> Any:
    """The coach's whole rating: ``code`` for every item but those in ``codes``, named STEG_01C."""
    given = {item.id: codes.get(item.id.replace("-", "_"), code) for item in task.items}
    return store.do(
        rating.rate,
        actor=coach.actor,
        record=opened(store, coach, person, "page"),
        task=task,
        codes=given,
        shown=SHOWN,
    )


def answer_all(store: Store, person: Participant, task: Task, code: str = "4") -> None:
    """The person gives the same answer everywhere, or skips what has no such answer, and is done.

    Own words are skipped.
    """
    for item in task.items:
        known = {option.code for option in item.options}
        answer(store, person, task, item.id, code if code in known else "skip")
    finish(store, person, task)
