"""What happens around the next meeting of the people in a story."""

from collections.abc import Callable, Mapping
from datetime import datetime

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.domain.agreement.rules import Wording
from webapp.domain.meetings import asking, coming, company, interpreting, moving
from webapp.domain.meetings.booking_rules import Booked, Guest, Tongue


def _next(scene: Scene, at: datetime) -> Booked:
    """The meeting that is the next one then. Raises ``StopIteration`` when there is none."""
    found = coming.own_coming(scene.session, participant_id=scene.person.id, now=at)
    return next(each for each in found if each.starts_at > at and each.cancelled_at is None)


def _move(scene: Scene, event: Event) -> None:
    """To another clock time of the same day, in the same place."""
    meeting = _next(scene, event.at)
    hour, minute = event.what["clock"].split(":")
    moving.move(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        ref=meeting.ref,
        seen=meeting.moves,
        starts_at=meeting.starts_at.astimezone(event.at.tzinfo).replace(
            hour=int(hour), minute=int(minute)
        ),
        place=meeting.place,
        key=scene.key(),
        now=event.at,
    )


def _ask(scene: Scene, event: Event) -> None:
    meeting = _next(scene, event.at)
    asking.ask(
        scene.session,
        actor=scene.person,
        ref=meeting.ref,
        seen=meeting.moves,
        kind=event.what["kind"],
        text=event.what.get("text", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _wish(scene: Scene, event: Event) -> None:
    what = event.what
    tongue = Tongue(what["language"], "", what.get("way", "any"), what.get("who", "any"))
    interpreting.wish_interpreter(
        scene.session,
        actor=scene.person,
        ref=_next(scene, event.at).ref,
        wanted=True,
        tongue=tongue,
        key=scene.key(),
        now=event.at,
    )


def _mark(scene: Scene, event: Event) -> None:
    meeting = _next(scene, event.at)
    interpreting.mark_interpreter(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        ref=meeting.ref,
        seen=meeting.moves,
        state="booked",
        tongue=Tongue(event.what["language"], "", event.what.get("way", "any")),
        why="",
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _bring(scene: Scene, event: Event) -> None:
    company.bring(
        scene.session,
        actor=scene.person,
        ref=_next(scene, event.at).ref,
        relation=event.what["relation"],
        name=event.what.get("text", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _guest(scene: Scene, event: Event) -> None:
    """The coach suggests somebody on the staff, by name; ``as`` names them for the answer."""
    staff = coming.known_staff(scene.session)
    ref = next(ref for ref, name, _ in staff if name == event.what["text"])
    receipt = company.name_guest(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        ref=_next(scene, event.at).ref,
        guest=Guest("", "coach", True, "", "", "", "", scene.lang(event)),
        staff_ref=ref,
        key=scene.key(),
        now=event.at,
    )
    scene.lines[event.what["as"]] = Told(receipt.object_ref, Wording("", ""))


def _says(scene: Scene, event: Event) -> None:
    company.answer_guest(
        scene.session,
        actor=scene.person,
        ref=_next(scene, event.at).ref,
        guest=scene.lines[event.what["line"]].ref,
        says=event.what["value"],
        reason=event.what.get("reason", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {
    "move-meeting": _move,
    "ask-meeting": _ask,
    "wish-interpreter": _wish,
    "book-interpreter": _mark,
    "bring": _bring,
    "guest": _guest,
    "guest-says": _says,
}
# What the participant's log says that the coach did.
NOTED: Mapping[str, str] = {
    "move-meeting": "moved_meeting",
    "book-interpreter": "interpreter",
    "guest": "meeting_guest",
}
