"""The whole plan of the people in a story: frozen on a day, and what both say to it."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination.agreeing import plan_document, propose_plan
from webapp.domain.plan import service


def _freeze(scene: Scene, event: Event) -> None:
    person = scene.person.id
    receipt = propose_plan(
        scene.session,
        actor=scene.actor(event),
        participant_id=person,
        seen=plan_document(scene.session, participant_id=person, now=event.at).seen,
        key=scene.key(),
        now=event.at,
    )
    scene.lines[event.what["as"]] = Told(receipt.object_ref, Wording("", ""))


def _agree(scene: Scene, event: Event) -> None:
    service.answer_plan(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        ref=scene.lines[event.what["line"]].ref,
        value=event.what["value"],
        reason=event.what.get("reason", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


VERBS: Mapping[str, Callable[[Scene, Event], None]] = {"freeze": _freeze, "agree": _agree}
