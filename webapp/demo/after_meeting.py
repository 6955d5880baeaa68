"""What people in a story take along to a meeting, and what they decide there."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.demo.seen import seen_decision
from webapp.domain.agreement.rules import Wording
from webapp.domain.brief import kit
from webapp.domain.brief.kit_rules import Choice
from webapp.domain.decisions import service as decided
from webapp.domain.meetings.service import meetings


def _take_along(scene: Scene, event: Event) -> None:
    """Goals by the story's names: ``first`` in this order, and those that ``stay`` at home."""
    goals = [(name, True) for name in event.what.get("first", ())]
    goals += [(name, False) for name in event.what.get("stay", ())]
    found = [Choice("goal", scene.lines[name].ref, comes) for name, comes in goals]
    found += [Choice("rating", name, True) for name in event.what.get("ratings", ())]
    kit.save_kit(
        scene.session, actor=scene.person, choices=tuple(found), key=scene.key(), now=event.at
    )


def _decide(scene: Scene, event: Event) -> None:
    met = meetings(scene.session, participant_id=scene.person.id, now=event.at).begun(event.at)
    if met is None:
        raise LookupError(f"{scene.story.name} has not met anybody yet")
    wording = Wording(event.what["text"], scene.lang(event))
    receipt = decided.decide(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        meeting=met.ref,
        wording=wording,
        key=scene.key(),
        now=event.at,
    )
    scene.lines[event.what["as"]] = Told(receipt.object_ref, wording)


def _agree(scene: Scene, event: Event) -> None:
    ref = scene.lines[event.what["line"]].ref
    decided.answer(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        ref=ref,
        seen=seen_decision(scene, event, ref),
        value=event.what.get("value", "yes"),
        reason=event.what.get("reason", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {
    "take_along": _take_along,
    "decide": _decide,
    "agree_decision": _agree,
}
