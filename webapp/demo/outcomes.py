"""How it goes for the people in a story: what the coach registers, and their own steps."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.domain.agreement.rules import Wording
from webapp.domain.outcomes import answering, own_steps, service
from webapp.domain.people.rules import day_in_sweden


def _register(scene: Scene, event: Event) -> None:
    receipt = service.register(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        moment=event.what["moment"],
        status=event.what["status"],
        exit_reason=event.what.get("reason"),
        happened_on=event.what.get("due", day_in_sweden(event.at)),
        key=scene.key(),
        now=event.at,
    )
    scene.lines[event.what["as"]] = Told(receipt.object_ref, Wording("", ""))


def _say(scene: Scene, event: Event) -> None:
    answering.answer(
        scene.session,
        actor=scene.person,
        ref=scene.lines[event.what["line"]].ref,
        value=event.what["value"],
        reason=event.what.get("reason", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _own_step(scene: Scene, event: Event) -> None:
    own_steps.write(
        scene.session,
        actor=scene.person,
        text=event.what["text"],
        lang=scene.lang(event),
        happened_on=event.what.get("due", day_in_sweden(event.at)),
        shared=event.what.get("shared", True),
        key=scene.key(),
        now=event.at,
    )


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {
    "outcome": _register,
    "say": _say,
    "own_step": _own_step,
}
