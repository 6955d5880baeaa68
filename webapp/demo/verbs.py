"""What people in a story do, each through the use case that the pages call."""

from collections.abc import Callable, Mapping
from datetime import datetime

from webapp.demo import (
    after_meeting,
    agreeing,
    booking,
    coordination,
    meaning_verbs,
    outcomes,
    sharing,
)
from webapp.demo.answering import own_rating, survey
from webapp.demo.asking import ASKING
from webapp.demo.path_verbs import PATH_VERBS
from webapp.demo.scene import Scene, Told
from webapp.demo.script import Event
from webapp.demo.working import WORKING
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals
from webapp.domain.goals import steps
from webapp.domain.meetings import service as meetings
from webapp.domain.people import invitations, invite


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
    scene.lines[event.what["as"]] = Told(ref, 1, wording)


def _edit(scene: Scene, event: Event) -> None:
    line = scene.lines[event.what["line"]]
    line.wording = scene.wording(event, line.wording)
    goals.edit_line(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        ref=line.ref,
        seen=line.number,
        wording=line.wording,
        key=scene.key(),
        now=event.at,
    )
    line.number += 1


def _answer(scene: Scene, event: Event) -> None:
    line = scene.lines[event.what["line"]]
    goals.answer_line(
        scene.session,
        actor=scene.actor(event),
        participant_id=scene.person.id,
        ref=line.ref,
        seen=line.number,
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


def _meet(scene: Scene, event: Event) -> None:
    meetings.book(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        starts_at=event.what["on"],
        place=event.what["place"],
        key=scene.key(),
        now=event.at,
    )


def _wish(scene: Scene, event: Event) -> None:
    text = event.what["text"]
    meetings.wish(
        scene.session,
        actor=scene.person,
        text=text,
        lang=scene.lang(event),
        key=scene.key(),
        now=event.at,
    )


def _read(_scene: Scene, _event: Event) -> None:
    """Reading changes nothing; the line in the log is all there is of it."""


def _card(scene: Scene, event: Event) -> None:
    invite.renew(
        scene.session,
        actor=scene.coach,
        participant_id=scene.person.id,
        secret=scene.secret,
        key=scene.key(),
        now=event.at,
    )
    use_card(scene, event.at)


def use_card(scene: Scene, at: datetime) -> None:
    """The participant opens the link on the card and chooses the PIN."""
    card = invitations.card(
        scene.session, participant_id=scene.person.id, secret=scene.secret, now=at
    )
    if card is None:
        raise LookupError(f"{scene.story.name} has no card")
    invitations.use(
        scene.session, token=card.token, pin_hash=scene.pin_hash, secret=scene.secret, now=at
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
    "meet": _meet,
    "wish": _wish,
    "read": _read,
    "card": _card,
    "survey": survey,
    "rate": own_rating,
    **ASKING,
    **PATH_VERBS,
    **outcomes.VERBS,
    **agreeing.VERBS,
    **sharing.VERBS,
    **coordination.VERBS,
    **WORKING,
    **meaning_verbs.VERBS,
    **after_meeting.VERBS,
    **booking.VERBS,
}
