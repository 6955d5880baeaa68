"""What people in a story have on their page before they answer something or change it."""

from collections.abc import Iterable

from webapp.demo.scene import Scene
from webapp.demo.script import Event
from webapp.domain.agreement.rules import LineView
from webapp.domain.coordination.reading import own_texts
from webapp.domain.decisions.reading import own_decided, own_decisions
from webapp.domain.goals.reading import own_goals
from webapp.domain.profile.reading import own_entry


def seen_goal(scene: Scene, ref: str) -> str:
    """The version of a goal or a step that stands now."""
    goals = own_goals(scene.session, participant_id=scene.person.id)
    lines = (line for goal in goals for line in (goal.line, *(step.line for step in goal.steps)))
    return _of(lines, ref)


def seen_text(scene: Scene, ref: str) -> str:
    """The version of a text in the plan that stands now."""
    texts = own_texts(scene.session, participant_id=scene.person.id)
    return _of((text.line for text in texts), ref)


def seen_decision(scene: Scene, event: Event, ref: str) -> str:
    """The version of a decision that stands now."""
    whose = scene.person.id
    meeting = own_decisions(scene.session, participant_id=whose)[ref]
    found = own_decided(scene.session, participant_id=whose, meeting=meeting, now=event.at)
    return _of(found.lines, ref)


def seen_question(scene: Scene, ref: str) -> str:
    """The wording of a question that stands now."""
    return own_entry(scene.session, participant_id=scene.person.id, ref=ref).seen


def _of(lines: Iterable[LineView], ref: str) -> str:
    return next(line.seen for line in lines if line.ref == ref)
