"""A draft is opened by nobody else, whatever was done before: sequences of any operations."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.people import participant, staff
from tests.support.record import add_step, own_goals, set_goal, shared_goals
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.brief.people_list import people
from webapp.domain.errors import DomainError
from webapp.domain.goals import reading, service, steps

ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["goal", "draft", "step", "suggest", "propose", "edit", "coach edits", "share", "keep",
             "pause", "reach", "take up", "done", "remove", "restore", "no"]
        ),
        st.integers(0, 5),
    ),
    max_size=14,
)  # fmt: skip


class Record:
    """One record, and what the person has decided about each goal."""

    def __init__(self, store, coach, person):
        self.store, self.coach, self.person = store, coach, person
        self.shared: dict[str, bool] = {}
        self.goal_of: dict[str, str] = {}

    def act(self, what: str, number: int) -> None:
        """Does one thing to one of the goals or steps, or is refused."""
        text = f"{what} {number}"
        if what in ("goal", "draft", "suggest"):
            by = self.coach if what == "suggest" else None
            ref = set_goal(self.store, self.person, text, shared=what == "goal", by=by)
            self.shared[ref] = what != "draft"
        elif self.shared:
            goal = sorted(self.shared)[number % len(self.shared)]
            try:
                self.touch(what, goal, number, text)
            except DomainError:
                return

    def touch(self, what: str, goal: str, number: int, text: str) -> None:
        """Does something to this goal or to one of the steps."""
        do, me, id_ = self.store.do, self.person.actor, self.person.id
        if what in ("step", "propose"):
            by = self.coach if what == "propose" else None
            self.goal_of[add_step(self.store, self.person, goal, text, by=by)] = goal
        elif what in ("share", "keep"):
            do(service.share_goal, actor=me, ref=goal, shared=what == "share")
            self.shared[goal] = what == "share"
        elif what in ("pause", "reach", "take up"):
            turn = {"pause": "paused", "reach": "reached", "take up": "active"}[what]
            do(service.set_status, actor=me, ref=goal, status=turn)
        else:
            lines = [goal, *sorted(self.goal_of)]
            self.touch_line(what, lines[number % len(lines)], text, me, id_)

    def touch_line(self, what: str, ref: str, text: str, me, id_: int) -> None:
        """Does something to the text of a goal or step."""
        do, seen = self.store.do, as_seen(self.store, ref)
        actor = self.coach.actor if what == "coach edits" else me
        doer = "participant" if ref in self.goal_of else None
        if what in ("edit", "coach edits"):
            wording = Wording(text, "en", doer=doer)
            do(
                service.edit_line,
                actor=actor,
                participant_id=id_,
                ref=ref,
                seen=seen,
                wording=wording,
            )
        elif what == "done":
            do(steps.mark_step, actor=me, participant_id=id_, ref=ref, done=True)
        elif what == "no":
            how = {"value": "no", "reason": "because", "lang": "en", "seen": seen, "ref": ref}
            do(service.answer_line, actor=me, participant_id=id_, **how)
        else:
            do(steps.remove_step, actor=me, ref=ref, removed=what == "remove")

    def visible(self) -> set[str]:
        """What the coach can read, goals and steps."""
        goals = shared_goals(self.store, self.coach, self.person)
        return {each.ref for goal in goals for each in (goal.line, *(s.line for s in goal.steps))}


@settings(max_examples=40)
@given(acts=ACTS)
def test_whatever_happens_a_draft_is_opened_by_nobody_else(store, acts):
    # The name of the coach is taken after the first example.
    coach = staff(store, f"Coach{next(NUMBERS)}", organisation="Nordby kommun")
    record = Record(store, coach, participant(store, coach, "Hodan"))
    for what, number in acts:
        record.act(what, number)

    drafts = {ref for ref, shared in record.shared.items() if not shared}
    steps_of_drafts = {step for step, goal in record.goal_of.items() if goal in drafts}
    seen = record.visible()

    assert not seen & (drafts | steps_of_drafts)
    assert {ref for ref, shared in record.shared.items() if shared} <= seen
    mine = {goal.line.ref for goal in own_goals(store, record.person)}
    assert mine == set(record.shared)
    if not record.shared.keys() - drafts:
        (row,), _more = store.ask(people, staff_id=coach.id, search="", page=1)
        assert (row.news, row.waits_for_coach) == (0, 0)


def test_one_statement_decides_what_is_shared(store, hodan, amina):
    """A step that lost its goal's secrecy by mistake would still stay out with the goal."""
    goal = set_goal(store, hodan, "I want to leave home", shared=False)
    add_step(store, hodan, goal, "I ask my aunt")

    assert shared_goals(store, amina, hodan) == ()
    assert len(store.ask(reading.own_goals, participant_id=hodan.id)) == 1


def _numbers():
    number = 0
    while True:
        number += 1
        yield number


NUMBERS = _numbers()
