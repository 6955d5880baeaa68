"""The list of people counts what the brief tells, whatever happened in the record."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.people import participant, staff
from tests.support.record import (
    add_step,
    answer,
    book,
    finish,
    opened,
    set_goal,
    shared_goals,
    task,
    wish,
)
from tests.support.seen import as_seen
from webapp.domain.brief.people_list import people
from webapp.domain.brief.rules import make_brief
from webapp.domain.errors import DomainError
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.instruments.load import catalogue
from webapp.domain.meetings import service
from webapp.domain.surveys import reading

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def brief(store, coach, person):
    """The brief as the coach's page makes it."""
    record = opened(store, coach, person)
    found = store.ask(service.meetings, participant_id=person.id)
    return make_brief(
        meetings=found,
        wishes=store.ask(service.wishes, participant_id=person.id, since=found.since),
        goals=shared_goals(store, coach, person),
        responses=store.ask(reading.shared_responses, record=record),
        instruments=tuple(catalogue().values()),
        since=found.since or record.with_coach_since,
    )


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["goal", "draft", "suggest", "step", "propose", "share", "keep", "done",
             "coach done", "undone", "remove", "pause", "active", "edit", "yes", "wish", "meet",
             "answer", "finish"]
        ),
        st.integers(0, 4),
    ),
    max_size=16,
)  # fmt: skip


def act(store, coach, person, lines, what, number):
    """Does one thing to the record, or is refused."""
    do, me = store.do, person.actor
    of_line = {"participant_id": person.id, "ref": lines[number % len(lines)] if lines else ""}
    if what in ("goal", "draft", "suggest"):
        by = coach if what == "suggest" else None
        lines.append(set_goal(store, person, f"{number}", shared=what != "draft", by=by))
    elif what in ("step", "propose"):
        by = coach if what == "propose" else None
        lines.append(add_step(store, person, of_line["ref"], f"{number}", by=by))
    elif what in ("share", "keep"):
        do(goals.share_goal, actor=me, ref=of_line["ref"], shared=what == "share")
    elif what in ("done", "coach done", "undone"):
        actor = coach.actor if what == "coach done" else me
        do(steps.mark_step, actor=actor, done=what != "undone", **of_line)
    elif what == "remove":
        do(steps.remove_step, actor=me, ref=of_line["ref"], removed=True)
    elif what in ("pause", "active"):
        status = "paused" if what == "pause" else "active"
        do(goals.set_status, actor=me, ref=of_line["ref"], status=status)
    else:
        say(store, coach, person, of_line, what, number)


def say(store, coach, person, of_line, what, number):
    """Writes, answers or meets."""
    if what == "edit":
        from webapp.domain.agreement.rules import Wording

        wording = Wording(f"{number} again", "en", doer="participant")
        seen = as_seen(store, of_line["ref"])
        store.do(goals.edit_line, actor=person.actor, seen=seen, wording=wording, **of_line)
    elif what == "yes":
        seen = as_seen(store, of_line["ref"])
        how = {"seen": seen, "value": "yes", "reason": "", "lang": "en"}
        store.do(goals.answer_line, actor=person.actor, **how, **of_line)
    elif what == "wish":
        wish(store, person, f"{number}")
    elif what == "meet":
        book(store, coach, person, store.now - HOUR)
    else:
        egen = task(store, person, "EGEN")
        answer(store, person, egen, "EGEN-01", str(number % 5 + 1))
        if what == "finish":
            finish(store, person, egen)


@settings(max_examples=40)
@given(acts=ACTS)
def test_the_list_counts_what_the_brief_tells(store, acts):
    coach = staff(store, f"Coach {next(NUMBERS)}", organisation="Nordby kommun")
    person = participant(store, coach, "Hodan")
    lines: list[str] = []
    begun = store.at
    for what, number in acts:
        store.at += timedelta(minutes=7)
        try:
            act(store, coach, person, lines, what, number)
        except DomainError:
            continue
    store.at += timedelta(minutes=7)

    (row,), more = store.ask(people, staff_id=coach.id, search="", page=1)
    found = brief(store, coach, person)
    store.at = begun

    assert (row.news, row.wishes, more) == (len(found.news), len(found.wishes), False)
    assert (row.last_meeting, row.next_meeting) == tuple(
        each and each.starts_at for each in (found.meetings.last, found.meetings.next)
    )


NUMBERS = iter(range(1_000_000))
