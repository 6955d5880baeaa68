"""What own words mean in Swedish, as coaches tell it and people in a story answer."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene
from webapp.demo.script import Event
from webapp.domain.words import service
from webapp.domain.words.reading import own_words, shared_words
from webapp.domain.words.rules import OwnWords


def _mean(scene: Scene, event: Event) -> None:
    """``words`` are the original, ``text`` is the Swedish."""
    if scene.record is None:
        raise LookupError(f"{scene.story.name}: nobody has opened the record")
    words = _with(shared_words(scene.session, scene.record), event)
    service.tell_meaning(
        scene.session,
        actor=scene.coach,
        record=scene.record,
        name=words.name,
        seen=words.digest,
        text=event.what["text"],
        source=event.what.get("source", "coach"),
        key=scene.key(),
        now=event.at,
    )


def _meant(scene: Scene, event: Event) -> None:
    words = _with(own_words(scene.session, participant_id=scene.person.id), event)
    if words.meaning is None:
        raise LookupError(f"{scene.story.name}: nobody has told what {words.text} means")
    service.answer_meaning(
        scene.session,
        actor=scene.person,
        ref=words.meaning.ref,
        value=event.what["value"],
        text=event.what.get("text", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _with(found: tuple[OwnWords, ...], event: Event) -> OwnWords:
    """The shared words with this text. Raises ``LookupError``."""
    for each in found:
        if each.text == event.what["words"]:
            return each
    raise LookupError(f"nobody shares {event.what['words']}")


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {"mean": _mean, "meant": _meant}
