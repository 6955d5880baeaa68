"""What is arranged around a meeting: short ways to write it in a test."""

from datetime import datetime, timedelta
from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.record import book, opened
from tests.support.store import Store
from webapp.domain.meetings import asking, coming, company, interpreting, moving, service
from webapp.domain.meetings.booking_rules import Arrangement, Booked, Guest, Tongue

DAY = timedelta(days=1)
SOMALI = Tongue("so", "", "any", "any")


def move(
    store: Store, coach: Colleague, person: Participant, ref: str, at: datetime, **given: Any
) -> Any:
    """The coach moves the meeting; ``seen`` is what stands now unless it says."""
    wanted = {"seen": own(store, person, ref).meeting.moves, "place": "", **given}
    return store.do(
        moving.move, actor=coach.actor, participant_id=person.id, ref=ref, starts_at=at, **wanted
    )


def ask(store: Store, person: Participant, ref: str, kind: str = "move", text: str = "") -> str:
    """The person asks to move the meeting, or cannot come. Gives the reference of the question."""
    seen = own(store, person, ref).meeting.moves
    return store.do(
        asking.ask, actor=person.actor, ref=ref, seen=seen, kind=kind, text=text,
        lang=person.language,
    ).object_ref  # fmt: skip


def keep(
    store: Store,
    coach: Colleague,
    person: Participant,
    ref: str,
    words: str,
    asked: str | None = None,
) -> None:
    """The coach keeps the time, and answers what is asked now unless the test says."""
    stands = own(store, person, ref).asked
    name = asked if asked is not None else stands.ref if stands else ""
    store.do(
        asking.keep, actor=coach.actor, participant_id=person.id, ref=ref, asked=name, reply=words,
        lang="en",
    )  # fmt: skip


def bring(
    store: Store, person: Participant, ref: str, relation: str = "family", name: str = ""
) -> str:
    """The person wants somebody along. Gives the reference."""
    given = {"relation": relation, "name": name, "lang": person.language}
    return store.do(company.bring, actor=person.actor, ref=ref, **given).object_ref


def name_guest(
    store: Store,
    coach: Colleague,
    person: Participant,
    ref: str,
    name: str = "",
    organisation: str = "",
    staff_ref: str = "",
) -> str:
    """The coach names somebody. Gives the reference."""
    guest = Guest("", "coach", False, "", name, organisation, "", "en")
    how = {"participant_id": person.id, "ref": ref, "guest": guest, "staff_ref": staff_ref}
    return store.do(company.name_guest, actor=coach.actor, **how).object_ref


def say(
    store: Store, person: Participant, ref: str, guest: str, says: str, reason: str = ""
) -> None:
    """The person's answer to somebody whom staff have named."""
    store.do(
        company.answer_guest, actor=person.actor, ref=ref, guest=guest, says=says, reason=reason,
        lang=person.language,
    )  # fmt: skip


def wish(
    store: Store, person: Participant, ref: str, tongue: Tongue = SOMALI, *, wanted: bool = True
) -> None:
    """The person wants an interpreter, or none."""
    store.do(
        interpreting.wish_interpreter, actor=person.actor, ref=ref, wanted=wanted, tongue=tongue
    )


def mark(
    store: Store,
    coach: Colleague,
    person: Participant,
    ref: str,
    state: str = "booked",
    tongue: Tongue = SOMALI,
    why: str = "",
    **given: Any,
) -> None:
    """What the coach stores about the interpreter."""
    seen = own(store, person, ref).meeting.moves
    how = {"state": state, "tongue": tongue, "why": why, "lang": "en", "seen": seen, **given}
    store.do(
        interpreting.mark_interpreter, actor=coach.actor, participant_id=person.id, ref=ref, **how
    )


def own(store: Store, person: Participant, ref: str) -> Arrangement:
    """The meeting as the person sees it."""
    return store.ask(coming.own_arrangement, participant_id=person.id, ref=ref)


def seen_by(store: Store, coach: Colleague, person: Participant, ref: str) -> Arrangement:
    """The meeting as the coach sees it."""
    return store.ask(coming.arrangement, record=opened(store, coach, person, "page"), ref=ref)


def own_list(store: Store, person: Participant) -> tuple[Booked, ...]:
    """The meetings that are not over."""
    return store.ask(coming.own_coming, participant_id=person.id)


def stand_in_world(store: Store, hodan: Participant, amina: Colleague) -> dict[str, str]:
    """Another meeting that was moved, about which something is asked, with guests of both sides.

    One that was called off comes after it. Gives the references by name.
    """
    far = store.now + 20 * DAY
    later = book(store, amina, hodan, far)
    move(store, amina, hodan, later, far + DAY, place="The library")
    ask(store, hodan, later, "move", "The bus comes at eleven")
    wish(store, hodan, later)
    name_guest(store, amina, hodan, later, "Doctor Nilsson", "The health centre")
    bring(store, hodan, later, "friend", "My neighbour Ayan")
    gone = book(store, amina, hodan, far + 5 * DAY)
    store.do(service.cancel, actor=amina.actor, participant_id=hodan.id, ref=gone)
    soon = own_list(store, hodan)[0].ref
    taken = ask(store, hodan, soon, "cannot", "I had a fever")
    store.do(asking.take_back, actor=hodan.actor, ref=soon, asked=taken, back=False)
    doctor, friend = own(store, hodan, later).guests
    return {
        "later": later, "gone": gone, "soon": soon, "taken": taken,
        "doctor": doctor.ref, "friend": friend.ref,
    }  # fmt: skip


__all__ = [
    "ask", "book", "bring", "keep", "mark", "move", "name_guest", "own", "own_list", "say",
    "seen_by", "stand_in_world", "wish",
]  # fmt: skip
