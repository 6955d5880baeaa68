"""Telling a story: the person is invited, and then everything happens in its order."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.demo import booking
from webapp.demo.scene import Scene
from webapp.demo.script import Story
from webapp.demo.verbs import VERBS, use_card
from webapp.domain.actors import Actor
from webapp.domain.people import invite
from webapp.domain.people import service as people
from webapp.domain.sharing import gate

# What the participant's log says that the coach did, as the coach's pages write it.
NOTED = {
    "activity": "activity",
    "agree": "answer",
    "agree_decision": "answer",
    "answer": "answer",
    "assign": "training_edit",
    "card": "new_card",
    "contact": "plan_facts",
    "decide": "decided",
    "edit": "edit",
    "end": "activity",
    "follow_up": "plan_facts",
    "freeze": "plan_frozen",
    "goal": "proposal",
    "mark": "step_done",
    "mean": "meaning",
    "meet": "meeting",
    "outcome": "outcome_set",
    "plan_text": "plan_text",
    "rate": "page",
    "read": "brief",
    "reply": "reply",
    "step": "proposal",
    "support": "training_edit",
    "task": "training_edit",
    **booking.NOTED,
}


def begin(session: Session, story: Story, *, coach_id: int, pin_hash: str, secret: bytes) -> Scene:
    """Amina or Per invites the person, who opens the card and chooses the PIN."""
    coach, at = Actor("staff", coach_id), story.starts_at
    receipt = invite.invite(
        session,
        actor=coach,
        name=story.name,
        language=story.language,
        protected=story.protected,
        secret=secret,
        key=f"demo-{story.name}",
        now=at,
    )
    ref = receipt.object_ref
    record = gate.open_record(session, staff_id=coach_id, ref=ref, what="card", now=at)
    scene = Scene(
        session, story, secret, pin_hash, ref, Actor("participant", record.participant_id), coach,
        record.started_on,
    )  # fmt: skip
    use_card(scene, at + timedelta(minutes=5))
    if not story.language.startswith(story.own):
        people.set_writing(session, participant_id=record.participant_id, tag=story.own)
    return scene


def tell(scene: Scene, now: datetime) -> None:
    """Everything of the story until ``now``. What is still to come has not been done."""
    for event in scene.story.events:
        if event.at > now:
            return
        if event.by_coach:
            what = NOTED[event.verb]
            scene.record = gate.open_record(
                scene.session, staff_id=scene.coach.id, ref=scene.ref, what=what, now=event.at
            )
        VERBS[event.verb](scene, event)
