"""What people in a story write on "my path", and what the coach answers."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.demo.seen import seen_question
from webapp.domain.agreement.rules import Wording
from webapp.domain.profile import replies, service
from webapp.domain.profile.rules import Reply, Words

FIELDS = ("part", "person", "how", "place", "months")


def _path(scene: Scene, event: Event) -> None:
    """Writes something of the event's ``kind``; ``as`` names it for later events."""
    said = {name: event.what[name] for name in FIELDS if name in event.what}
    words = Words(event.what["text"], scene.lang(event), due_on=event.what.get("due"), **said)
    receipt = service.write(
        scene.session,
        actor=scene.person,
        kind=event.what["kind"],
        words=words,
        shared=event.what.get("shared", True),
        key=scene.key(),
        now=event.at,
    )
    if "as" in event.what:
        wording = Wording(words.text, words.lang)
        scene.lines[event.what["as"]] = Told(receipt.object_ref, wording)


def _tried(scene: Scene, event: Event) -> None:
    """A contact was made, or something was tried."""
    service.mark(
        scene.session,
        actor=scene.person,
        ref=scene.lines[event.what["line"]].ref,
        done=True,
        outcome=event.what.get("text", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _reply(scene: Scene, event: Event) -> None:
    """The coach answers a question, or says who does and by when."""
    said = Reply(
        event.what.get("text", ""),
        scene.lang(event),
        event.what.get("person", ""),
        event.what.get("due"),
    )
    ref = scene.lines[event.what["line"]].ref
    replies.reply(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        ref=ref,
        seen=seen_question(scene, ref),
        reply=said,
        key=scene.key(),
        now=event.at,
    )


PATH_VERBS: Mapping[str, Callable[[Scene, Event], None]] = {
    "path": _path,
    "tried": _tried,
    "reply": _reply,
}
