"""Records and consents at random: what somebody wrote, what became of it, and who may read it."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from hypothesis import strategies as st

from tests.support import coordination as plan
from tests.support.outcomes import step
from tests.support.people import Participant, participant
from tests.support.record import add_step, own_path, set_goal, written
from tests.support.seen import as_seen
from tests.support.sharing import AUTHORITY, REGION, consent, withdraw
from tests.support.training import activity
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import letters
from webapp.domain.coordination import service as texts
from webapp.domain.goals import service as goals
from webapp.domain.outcomes import own_steps
from webapp.domain.profile import service as profile
from webapp.domain.sharing.rules import KINDS, Item, Kind
from webapp.domain.training import service as training

DAY = timedelta(days=1)
THINGS = st.lists(
    st.tuples(
        st.sampled_from(
            ["goal", "own_step", "section", "contact", "need", "measure", "letter", "why"]
        ),
        st.sampled_from(["draft", "shared", "taken back", "put aside"]),
    ),
    min_size=3,
    max_size=6,
)
CONSENTS = st.lists(
    st.tuples(
        st.sampled_from([AUTHORITY, REGION]),
        st.sets(st.sampled_from(KINDS), max_size=3),
        st.booleans(),  # every single thing by its name, drafts too
        st.sampled_from(["holds", "holds", "withdrawn", "over", "replaced"]),
    ),
    max_size=4,
)
KIND_OF: dict[str, Kind] = {"goal": "goals", "own_step": "steps", "section": "path"}
SECTIONS = ("PROF-01", "PROF-02", "PROF-03", "PROF-04", "PROF-05", "PROF-06")
NUMBERS = count()


@dataclass
class Record:
    """Somebody's record: each word that stands in it, and what became of it."""

    person: Participant
    words: dict[str, tuple[str, str]] = field(default_factory=dict)  # word → thing, state
    names: dict[str, str] = field(default_factory=dict)  # word → reference


def make(store, coach, things) -> Record:
    """A person whose record holds these things, each with a word that stands nowhere else."""
    number = next(NUMBERS)
    record = Record(participant(store, coach, f"Person{number}", language="en"))
    activity(store, coach, record.person)
    for place, (thing, wanted) in enumerate(things):
        state = "draft" if thing == "contact" else wanted  # nobody can share a contact
        word = f"zq{number}w{place}k"
        record.names[word] = _write(store, record.person, thing, word, place, state != "draft")
        record.words[word] = (thing, state)
        _turn(store, record.person, thing, record.names[word], state)
    return record


def _write(store, person, thing, word, place, shared):
    if thing in ("need", "measure", "letter", "why"):
        return _write_in_plan(store, person, thing, word, shared)
    if thing == "goal":
        ref = set_goal(store, person, f"I want {word}", shared=shared)
        add_step(store, person, ref, f"I try {word}")
        return ref
    if thing == "own_step":
        return step(store, person, f"I did {word}", shared=shared)
    if thing == "contact":
        return written(store, person, "contact", word, person=f"Aunt {word}", shared=False)
    part = SECTIONS[place % len(SECTIONS)]
    return written(store, person, "section", word, part=part, shared=shared)


def _write_in_plan(store, person, thing, word, shared):
    """What only the coach can be shown: a need, the proof of a goal, a letter, why I train."""
    if thing == "need":
        return plan.write(store, person, "need", word, shared=shared)
    if thing == "why":
        said = {"text": word, "lang": "en", "shared": shared}
        return store.do(training.say_why, actor=person.actor, **said).object_ref
    if thing == "letter":
        ref = plan.letter(store, person, word, "now")
        if shared:
            plan.approve(store, person, ref)
        return ref
    goal = set_goal(store, person, "I want more", shared=shared)
    plan.write(store, person, "measure", word, about=("goal", goal))
    return goal  # it is open as long as its goal is


def _turn_in_plan(store, person, thing, ref, state):
    own = {"actor": person.actor}
    if thing == "measure":
        _turn(store, person, "goal", ref, state)
    elif thing == "letter" and state == "taken back":
        store.do(letters.withdraw, **own)
    elif thing == "why" and state == "taken back":
        store.do(training.say_why, text="zq", lang="en", shared=False, **own)
    elif thing == "need" and state == "taken back":
        how = {
            "wording": Wording("Another word", "en"),
            "shared": False,
            "seen": as_seen(store, ref),
        }
        store.do(texts.edit, participant_id=person.id, ref=ref, **how, **own)
    elif thing == "need" and state == "put aside":
        store.do(texts.remove, participant_id=person.id, ref=ref, removed=True, **own)


def _turn(store, person, thing, ref, state):
    if thing in ("need", "measure", "letter", "why"):
        _turn_in_plan(store, person, thing, ref, state)
        return
    own = {"actor": person.actor, "ref": ref}
    if state == "taken back" and thing == "section":
        (entry,) = [each for each in own_path(store, person) if each.ref == ref]
        store.do(profile.edit, words=entry.words, shared=False, **own)
    elif state == "taken back":
        share = goals.share_goal if thing == "goal" else own_steps.share
        store.do(share, shared=False, **own)
    elif state == "put aside" and thing == "goal":
        store.do(goals.set_status, status="dropped", **own)
    elif state == "put aside":
        remove = own_steps.remove if thing == "own_step" else profile.remove
        store.do(remove, removed=True, **own)


def agree(store, record, given_consents) -> dict[str, set[str]]:
    """Gives the consents; says which words are open to which organisation now."""
    opened: dict[str, set[str]] = {AUTHORITY: set(), REGION: set()}
    every_one = [
        Item(KIND_OF[record.words[word][0]], ref)
        for word, ref in record.names.items()
        if record.words[word][0] in KIND_OF
    ]
    for to, kinds, single, state in given_consents:
        items = [*kinds, *(each for each in every_one if single)]
        if not items:
            continue
        before = store.now
        store.at = before - 40 * DAY if state == "over" else None
        ref = consent(store, record.person, *items, to=to, days=39)
        store.at = None
        if state == "withdrawn":
            withdraw(store, record.person, ref)
        elif state == "replaced":
            consent(store, record.person, "meetings", to=to, replaces=ref)
        elif state == "holds":
            opened[to] |= {word for word in record.words if _opens(record, word, kinds, single)}
    return opened


def _opens(record, word, kinds, single):
    thing, state = record.words[word]
    whole = KIND_OF.get(thing) in kinds
    return state == "shared" and (whole or (single and thing in KIND_OF))
