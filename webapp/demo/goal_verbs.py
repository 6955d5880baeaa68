"""What people in a story do with goals and steps."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.demo.seen import seen_goal
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps


def _goal(scene: Scene, event: Event) -> None:
    wording = scene.wording(event)
    receipt = goals.set_goal(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        wording=wording,
        shared=event.what.get("shared", True),
        key=scene.key(),
        now=event.at,
    )
    _remember(scene, event, receipt.object_ref, wording)


def _step(scene: Scene, event: Event) -> None:
    wording = scene.wording(event)
    receipt = steps.add_step(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        goal_ref=scene.lines[event.what["to"]].ref,
        wording=wording,
        key=scene.key(),
        now=event.at,
    )
    _remember(scene, event, receipt.object_ref, wording)


def _remember(scene: Scene, event: Event, ref: str, wording: Wording) -> None:
    scene.lines[event.what["as"]] = Told(ref, wording)


def _edit(scene: Scene, event: Event) -> None:
    line = scene.lines[event.what["line"]]
    line.wording = scene.wording(event, line.wording)
    goals.edit_line(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        ref=line.ref,
        seen=seen_goal(scene, line.ref),
        wording=line.wording,
        key=scene.key(),
        now=event.at,
    )


def _answer(scene: Scene, event: Event) -> None:
    line = scene.lines[event.what["line"]]
    goals.answer_line(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        ref=line.ref,
        seen=seen_goal(scene, line.ref),
        value=event.what["value"],
        reason=event.what.get("reason", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _mark(scene: Scene, event: Event) -> None:
    steps.mark_step(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        ref=scene.lines[event.what["line"]].ref,
        done=event.what["done"],
        key=scene.key(),
        now=event.at,
    )


def _remove(scene: Scene, event: Event) -> None:
    ref = scene.lines[event.what["line"]].ref
    steps.remove_step(
        scene.session, actor=scene.person, ref=ref, removed=True, key=scene.key(), now=event.at
    )


def _share(scene: Scene, event: Event) -> None:
    ref, shared = scene.lines[event.what["line"]].ref, event.what["shared"]
    goals.share_goal(
        scene.session, actor=scene.person, ref=ref, shared=shared, key=scene.key(), now=event.at
    )


def _status(scene: Scene, event: Event) -> None:
    ref, status = scene.lines[event.what["line"]].ref, event.what["status"]
    goals.set_status(
        scene.session, actor=scene.person, ref=ref, status=status, key=scene.key(), now=event.at
    )


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {
    "goal": _goal,
    "step": _step,
    "edit": _edit,
    "answer": _answer,
    "mark": _mark,
    "remove": _remove,
    "share": _share,
    "status": _status,
}
