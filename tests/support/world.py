"""A record in which something stands on every page, and the people around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from tests.support import agreement, booking, chain, coordination, kit, meaning
from tests.support.outcomes import stand_in_world
from tests.support.people import Colleague, Participant, invited, participant, staff
from tests.support.record import (
    add_step,
    answer,
    book,
    finish,
    opened,
    set_goal,
    task,
    wish,
    written,
)
from tests.support.seen import as_seen
from tests.support.sharing import stand_in_world as shared_in_world
from tests.support.store import Store
from tests.support.training import activity
from tests.support.training import task as work_task
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.people import service as people
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.profile import replies
from webapp.domain.profile import service as profile
from webapp.domain.profile.rules import Reply
from webapp.domain.training import days, tasks
from webapp.domain.training import service as training

DAY = timedelta(days=1)
DRAFT = "I want to move away from my uncle"
CONTACT = "Aunt Sahra in secret"
REASON = "I train to be away from my uncle"


@dataclass(frozen=True)
class World:
    """Hodan's record, her coach, and others who must not see it. All but Yusuf read English."""

    store: Store
    hodan: Participant
    yusuf: Participant
    sam: Participant
    amina: Colleague
    per: Colleague
    karin: Colleague
    eva: Colleague
    goal: str
    draft: str
    step: str
    proposal: str
    wish: str
    question: str
    contact: str
    refs: Mapping[str, str]
    task: str
    wished: str
    support: str

    @property
    def everybody(self) -> tuple[Participant | Colleague, ...]:
        """Everybody who can sign in."""
        return (self.hodan, self.yusuf, self.amina, self.per, self.karin, self.eva)


def make_world(store: Store) -> World:
    """The people and Hodan's record."""
    amina = staff(store, "Amina", organisation="Nordby kommun")
    per = staff(store, "Per", organisation="Trädet ideell förening")
    karin = staff(store, "Karin", organisation="Samordningsförbundet", role="project_leader")
    eva = staff(store, "Eva", organisation="Arbetsförmedlingen", role="team")
    for colleague in (amina, per, karin, eva):
        store.do(people.set_language, actor=colleague.actor, language="en")
    # She began four months ago, so that most questions have come.
    store.at = store.now - 125 * DAY
    hodan = participant(store, amina, "Hodan", language="en")
    store.at = None
    lines = _goals(store, hodan, amina)
    wish = _met(store, hodan, amina)
    yusuf = participant(store, amina, "Yusuf", language="ar")
    rest = store.now.date() + 7 * DAY
    store.do(people.pause_questions, participant_id=yusuf.id, until=rest)
    refs = stand_in_world(store, hodan, amina)
    # She says that she has not finished, and goes on: what is asked meanwhile stays open.
    store.do(people.set_ended, participant_id=hodan.id, on=None)
    trains = _trains(store, hodan, amina)
    meaning_refs = meaning.stand_in_world(store, hodan, amina)
    refs |= agreement.stand_in_world(store, hodan, amina, lines["step"])
    refs |= shared_in_world(store, hodan)
    refs |= booking.stand_in_world(store, hodan, amina)
    refs |= kit.stand_in_world(store, hodan, amina)
    refs |= coordination.stand_in_world(store, hodan, amina, lines["goal"])
    return World(
        store=store,
        hodan=hodan,
        yusuf=yusuf,
        sam=invited(store, amina, "Sam", language="en"),
        amina=amina,
        per=per,
        karin=karin,
        eva=eva,
        wish=wish,
        **_path(store, hodan, amina),
        refs={**refs, **meaning_refs, **chain.stand_in_world(store, hodan)},
        **lines,
        **trains,
    )


def _goals(store: Store, hodan: Participant, amina: Colleague) -> dict[str, str]:
    """A goal with steps of all kinds, one that rests, one that the coach suggests, and a draft."""
    goal = set_goal(store, hodan, "I want to work in a kitchen")
    step = add_step(store, hodan, goal, "I call the restaurant")
    add_step(store, hodan, goal, "We visit the kitchen", doer="together")
    done = add_step(store, hodan, goal, "I write my CV")
    store.do(steps.mark_step, actor=hodan.actor, participant_id=hodan.id, ref=done, done=True)
    over = add_step(store, hodan, goal, "My coach asks the boss", doer="coach")
    store.do(steps.mark_step, actor=amina.actor, participant_id=hodan.id, ref=over, done=True)
    proposal = add_step(store, hodan, goal, "Taste the soup", by=amina, doer="together")
    resting = set_goal(store, hodan, "I want to drive a car")
    store.do(goals.set_status, actor=hodan.actor, ref=resting, status="paused")
    set_goal(store, hodan, "Learn to cycle", by=amina)
    draft = set_goal(store, hodan, DRAFT, shared=False)
    add_step(store, hodan, draft, "I ask my aunt in secret")
    talked = {"participant_id": hodan.id, "ref": goal, "seen": as_seen(store, goal), "lang": "en"}
    store.do(goals.answer_line, actor=amina.actor, value="no", reason="Too early", **talked)
    return {"goal": goal, "draft": draft, "step": step, "proposal": proposal}


def _path(store: Store, hodan: Participant, amina: Colleague) -> dict[str, str]:
    """Something of each kind on "my path": some shared, some for herself, and a contact."""
    written(store, hodan, "drive", "", part="own-money")
    written(store, hodan, "section", "I speak four languages", part="PROF-02")
    written(store, hodan, "section", "I am tired in secret", part="PROF-05", shared=False)
    written(store, hodan, "big_goal", "I cook in a school", part="working", months=12)
    written(store, hodan, "try", "Visit the bakery")
    question = written(store, hodan, "question", "Who pays for the course?")
    contact = written(store, hodan, "contact", "May I visit?", person=CONTACT)
    met = written(store, hodan, "contact", "", person="My neighbour")
    store.do(profile.mark, actor=hodan.actor, ref=met, done=True)
    old = written(store, hodan, "question", "When does the course begin?")
    said = {"participant_id": hodan.id, "ref": old, "seen": as_seen(store, old)}
    store.do(replies.reply, actor=amina.actor, reply=Reply("In January", "en"), **said)
    return {"question": question, "contact": contact}


def _met(store: Store, hodan: Participant, amina: Colleague) -> str:
    """Yesterday's meeting and the one after tomorrow, answers, and what to talk about."""
    book(store, amina, hodan, store.now - DAY)
    book(store, amina, hodan, store.now + 2 * DAY)
    egen = task(store, hodan, "EGEN")
    for item, code in zip(egen.items[:4], ("4", "2", "dk", "skip"), strict=True):
        answer(store, hodan, egen, item.id, code)
    finish(store, hodan, egen)
    answer(store, hodan, task(store, hodan, "MOTE"), "MOTE-01", "5")
    opened(store, amina, hodan, "brief")
    return wish(store, hodan, "I want to talk about my room")


def _trains(store: Store, hodan: Participant, amina: Colleague) -> dict[str, str]:
    """A place, tasks of all kinds, a wish, a line of support, and a reason that nobody else reads.

    The café is over. The till is put on the list, coffee is chosen, and to paint is wished for.
    """
    activity(store, amina, hodan)
    today = day_in_sweden(store.now)
    activity(
        store, amina, hodan, "get", title="Café practice",
        started_on=today - 9 * DAY, ended_on=today,
    )  # fmt: skip
    till, coffee, clean = (
        work_task(store, hodan, title, by=amina) for title in ("The till", "Make coffee", "Clean")
    )
    wished = work_task(store, hodan, "Paint the fence", wished=True)
    store.do(tasks.wish_task, actor=hodan.actor, ref=clean, wished=True)
    how = {"actor": amina.actor, "participant_id": hodan.id}
    store.do(days.assign_task, ref=till, assigned=True, **how)
    store.do(days.choose_week, actor=hodan.actor, refs=(coffee,))
    store.do(days.mark_done, actor=hodan.actor, ref=coffee, done=True)
    store.do(training.say_why, actor=hodan.actor, text=REASON, lang="en", shared=False)
    said = {"what": "Somebody shows you", "from_whom": "Samira", "contact": "08-123 45 67"}
    support = store.do(training.add_support, lang="en", **said, **how).object_ref
    return {"task": till, "wished": wished, "support": support}
