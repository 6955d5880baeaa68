"""The coordinated plan in a test: texts of both sides, contacts, follow-ups and letters."""

from datetime import date, timedelta
from typing import Any

from tests.support.people import Colleague, Participant, staff
from tests.support.record import opened
from tests.support.seen import as_seen
from tests.support.store import Store
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import answering, facts, letters, reading, service
from webapp.domain.coordination.known import Person
from webapp.domain.coordination.rules import ContactView, TextView
from webapp.domain.coordination.whole import WholePlan, own_whole_plan, whole_plan
from webapp.domain.meetings.handing_over import hand_over
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.people.staff import coaches_beside

SECRET_NEED = "I need to get away from my uncle"
SECRET_LETTER = "My uncle reads my phone"


def write(
    store: Store,
    person: Participant,
    part: str,
    text: str,
    *,
    by: Colleague | None = None,
    about: tuple[Any, str] | None = None,
    shared: bool = True,
    **given: Any,
) -> str:
    """A text of the person in the plan, or one that ``by`` writes. Gives its reference."""
    return store.do(
        service.write,
        actor=(by or person).actor,
        participant_id=person.id,
        part=part,
        about=about,
        wording=Wording(text, "en"),
        shared=shared,
        **given,
    ).object_ref


def answer(
    store: Store, person: Participant, ref: str, value: str, reason: str = "", seen: int = 1
) -> None:
    """What the person says to a text of staff."""
    said = {"value": value, "reason": reason, "lang": "en", "seen": as_seen(store, ref, seen)}
    store.do(answering.answer, actor=person.actor, ref=ref, **said)


def contact(store: Store, coach: Colleague, person: Participant, **said: str) -> str:
    """A contact that the coach adds. Gives its reference."""
    view = ContactView(
        "", **{"organisation": "Nordby clinic", "name": "", "role": "", "reach": "", **said}
    )
    record = opened(store, coach, person)
    return store.do(facts.add_contact, actor=coach.actor, record=record, said=view).object_ref


def follow_up(
    store: Store, coach: Colleague, person: Participant, day: date, caller: str = "", **given: Any
) -> str:
    """A day of follow-up. Gives its reference."""
    record = opened(store, coach, person)
    return store.do(
        facts.plan_follow_up, actor=coach.actor, record=record, day=day, caller=caller, **given
    ).object_ref


def letter(store: Store, person: Participant, text: str, reader: str = "next") -> str:
    """What a coach should know about the person, as a draft. Gives its reference."""
    return store.do(
        letters.write, actor=person.actor, text=text, lang="en", reader=reader
    ).object_ref


def approve(store: Store, person: Participant, seen: str, *parts: str) -> None:
    """The person approves the letter, and what goes on with it."""
    store.do(letters.approve, actor=person.actor, seen=seen, parts=parts)


def handed_on(store: Store, coach: Colleague, person: Participant) -> Any:
    """The letter as this coach gets it."""
    return store.ask(letters.handed_on, record=opened(store, coach, person))


def give(store: Store, person: Participant, coach: Colleague, to: Colleague, **given: Any) -> Any:
    """The coach hands the person over."""
    refs = {each.id: each.ref for each in store.ask(coaches_beside, staff_id=coach.id)}
    record = opened(store, coach, person)
    return store.do(
        hand_over, actor=coach.actor, record=record, to=refs.get(to.id, "nobody"), **given
    )


def own_texts(store: Store, person: Participant) -> tuple[TextView, ...]:
    """The texts as the person sees them."""
    return store.ask(reading.own_texts, participant_id=person.id)


def shared_texts(store: Store, coach: Colleague, person: Participant) -> tuple[TextView, ...]:
    """The texts as the coach sees them."""
    return store.ask(reading.shared_texts, record=opened(store, coach, person))


def whole(store: Store, coach: Colleague, person: Participant) -> WholePlan:
    """The plan as the coach reads it."""
    record = opened(store, coach, person)
    return store.ask(whole_plan, record=record, day=day_in_sweden(store.now))


def own_whole(store: Store, person: Participant, *, protected: bool = False) -> WholePlan:
    """The plan as the person reads it."""
    day = day_in_sweden(store.now)
    who = Person(person.id, person.name, protected, day - timedelta(days=125))
    return store.ask(own_whole_plan, person=who, day=day)


def words_in(value: Any) -> list[Any]:
    """Every single value in a document made of dictionaries and lists."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [word for each in value for word in words_in(each)]
    return [value]


def stand_in_world(store: Store, hodan: Participant, amina: Colleague, goal: str) -> dict[str, str]:
    """Something in every part of Hodan's plan, a colleague of Amina, and a letter to the next.

    Gives references by name.
    """
    noor = staff(store, "Noor", organisation="Nordby kommun")
    day = day_in_sweden(store.now)
    store.at = store.now - timedelta(days=9)
    held = follow_up(store, amina, hodan, day - timedelta(days=8))
    store.at = None
    need = write(store, hodan, "need", "I need glasses")
    write(store, hodan, "need", SECRET_NEED, shared=False)
    theirs = write(store, hodan, "need", "Hodan needs her eyes tested", by=amina)
    gone, removed = write(store, hodan, "need", "A car"), write(store, hodan, "need", "X", by=amina)
    for actor, ref in ((hodan.actor, gone), (amina.actor, removed)):
        how = {"participant_id": hodan.id, "ref": ref, "removed": True}
        store.do(service.remove, actor=actor, **how)
    write(store, hodan, "important", "That my children see me work")
    write(store, hodan, "description", "Hodan works as a cook", by=amina, about=("goal", goal))
    write(store, hodan, "myself", "I go there by bus")
    approve(store, hodan, letter(store, hodan, SECRET_LETTER), "goals")
    refs = {each.id: each.ref for each in store.ask(coaches_beside, staff_id=amina.id)}
    return {
        "plan_need": need,
        "plan_theirs": theirs,
        "plan_gone": gone,
        "plan_removed": removed,
        "held": held,
        "coming": follow_up(store, amina, hodan, day + timedelta(days=30)),
        "clinic": contact(store, amina, hodan, name="Samira", reach="08-123 45 67"),
        "noor": refs[noor.id],
    }
