"""What people in a story do, each through the use case that the pages call."""

from collections.abc import Callable, Mapping
from datetime import datetime

from webapp.demo import (
    after_meeting,
    agreeing,
    booking,
    coordination,
    goal_verbs,
    meaning_verbs,
    outcomes,
    sharing,
)
from webapp.demo.answering import own_rating, survey
from webapp.demo.asking import ASKING
from webapp.demo.path_verbs import PATH_VERBS
from webapp.demo.scene import Scene
from webapp.demo.script import Event
from webapp.demo.working import WORKING
from webapp.domain.meetings import service as meetings
from webapp.domain.people import invitations, invite


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
    "meet": _meet,
    "wish": _wish,
    "read": _read,
    "card": _card,
    "survey": survey,
    "rate": own_rating,
    **goal_verbs.VERBS,
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
