"""What people in a story do in their activities and at work training."""

from collections.abc import Callable, Mapping

from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.domain.activities import service as activities
from webapp.domain.activities.facts import Facts
from webapp.domain.agreement.rules import Wording
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.training import days, service, tasks


def opened_record(scene: Scene) -> OpenedRecord:
    """The record that the coach of the event has opened. Raises ``LookupError``."""
    if scene.record is None:
        raise LookupError(f"{scene.story.name}: nobody has opened the record")
    return scene.record


def _activity(scene: Scene, event: Event) -> None:
    """It begins that day. ``organisation`` and the contact may be left out."""
    what = event.what
    facts = Facts(
        lane=what["lane"],
        title=what["title"],
        lang=scene.lang(event),
        started_on=day_in_sweden(event.at),
        organisation=what.get("organisation", ""),
        contact_name=what.get("contact_name", ""),
        contact_phone=what.get("contact_phone", ""),
    )
    receipt = activities.add_activity(
        scene.session,
        actor=scene.coach,
        record=opened_record(scene),
        facts=facts,
        key=scene.key(),
        now=event.at,
    )
    _remember(scene, event, receipt.object_ref, facts.title)


def _remember(scene: Scene, event: Event, ref: str, text: str) -> None:
    scene.lines[event.what["as"]] = Told(ref, Wording(text, scene.lang(event)))


def _end(scene: Scene, event: Event) -> None:
    activities.end_activity(
        scene.session,
        actor=scene.coach,
        record=opened_record(scene),
        ref=scene.lines[event.what["line"]].ref,
        ended_on=day_in_sweden(event.at),
        key=scene.key(),
        now=event.at,
    )


def _task(scene: Scene, event: Event) -> None:
    receipt = tasks.add_task(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        title=event.what["title"],
        lang=scene.lang(event),
        wished=event.what.get("wished", False),
        key=scene.key(),
        now=event.at,
    )
    _remember(scene, event, receipt.object_ref, event.what["title"])


def _assign(scene: Scene, event: Event) -> None:
    days.assign_task(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        ref=scene.lines[event.what["line"]].ref,
        assigned=True,
        key=scene.key(),
        now=event.at,
    )


def _week(scene: Scene, event: Event) -> None:
    refs = tuple(scene.lines[name].ref for name in event.what["tasks"])
    days.choose_week(scene.session, actor=scene.person, refs=refs, key=scene.key(), now=event.at)


def _workday(scene: Scene, event: Event) -> None:
    """What was done that day, and how much energy was left."""
    me, at = scene.person, event.at
    for name in event.what["tasks"]:
        ref = scene.lines[name].ref
        days.mark_done(scene.session, actor=me, ref=ref, done=True, key=scene.key(), now=at)
    level = event.what["energy"]
    days.note_energy(scene.session, actor=me, level=level, key=scene.key(), now=at)


def _why(scene: Scene, event: Event) -> None:
    service.say_why(
        scene.session,
        actor=scene.person,
        text=event.what["text"],
        lang=scene.lang(event),
        shared=event.what.get("shared", True),
        key=scene.key(),
        now=event.at,
    )


def _support(scene: Scene, event: Event) -> None:
    service.add_support(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        what=event.what["what"],
        from_whom=event.what["from_whom"],
        contact=event.what.get("contact", ""),
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


WORKING: Mapping[str, Callable[[Scene, Event], None]] = {
    "activity": _activity,
    "end": _end,
    "task": _task,
    "assign": _assign,
    "week": _week,
    "workday": _workday,
    "why": _why,
    "support": _support,
}
