"""What people in a story write in the coordinated plan, and what a coach should know."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.demo.seen import seen_text
from webapp.demo.working import opened_record
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import answering, facts, letters, service
from webapp.domain.coordination.rules import ContactView
from webapp.domain.coordination.subjects import kind_of


def _text(scene: Scene, event: Event) -> None:
    """Either side writes in a ``part``; ``about`` names a goal, an activity or a follow-up."""
    what = event.what
    about = scene.lines[what["about"]].ref if "about" in what else None
    wording = Wording(what["text"], scene.lang(event))
    receipt = service.write(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        part=what["part"],
        about=kind_of(what["part"], about),
        wording=wording,
        shared=what.get("shared", True),
        key=scene.key(),
        now=event.at,
    )
    if "as" in what:
        scene.lines[what["as"]] = Told(receipt.object_ref, wording)


def _answer(scene: Scene, event: Event) -> None:
    ref = scene.lines[event.what["line"]].ref
    answering.answer(
        scene.session,
        actor=scene.person,
        ref=ref,
        seen=seen_text(scene, ref),
        value=event.what["value"],
        reason=event.what.get("reason", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _follow_up(scene: Scene, event: Event) -> None:
    receipt = facts.plan_follow_up(
        scene.session,
        actor=scene.coach,
        record=opened_record(scene),
        day=event.what["due"],
        caller=event.what.get("caller", ""),
        key=scene.key(),
        now=event.at,
    )
    scene.lines[event.what["as"]] = Told(receipt.object_ref, Wording("", ""))


def _contact(scene: Scene, event: Event) -> None:
    names = ("organisation", "name", "role", "reach")
    facts.add_contact(
        scene.session,
        actor=scene.coach,
        record=opened_record(scene),
        said=ContactView("", *(event.what.get(name, "") for name in names)),
        key=scene.key(),
        now=event.at,
    )


def _letter(scene: Scene, event: Event) -> None:
    """What a coach should know; with ``approved`` the coach now reads it."""
    receipt = letters.write(
        scene.session,
        actor=scene.person,
        text=event.what["text"],
        lang=scene.lang(event),
        reader=event.what["reader"],
        key=scene.key(),
        now=event.at,
    )
    if event.what["approved"]:
        letters.approve(
            scene.session,
            actor=scene.person,
            seen=receipt.object_ref,
            parts=(),
            key=scene.key(),
            now=event.at,
        )


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {
    "plan_text": _text,
    "plan_answer": _answer,
    "follow_up": _follow_up,
    "contact": _contact,
    "letter": _letter,
}
