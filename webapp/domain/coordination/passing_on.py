"""What happens to the participant's things when another coach takes over."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from webapp.domain.agreement.model import Line
from webapp.domain.coordination.handed import HANDED, Handed, handed_parts
from webapp.domain.coordination.model import Letter, PlanText
from webapp.domain.goals.model import Goal, Step
from webapp.domain.outcomes.model import OwnStep
from webapp.domain.people import service as people
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.training.model import TrainingReason

# What of the participant's words each part of a handover means.
TEXTS: dict[Handed, tuple[str, ...]] = {
    "goals": ("measure",),
    "important": ("important",),
    "needs": ("need", "result"),
    "myself": ("myself", "help"),
}


def change_coach(session: Session, *, participant_id: int, staff_id: int, now: datetime) -> None:
    """Gives the participant another coach, after what they did not let go on is "only me" again.

    Without an approval all that is shared stays shared, and no letter goes on.
    """
    row = session.scalar(
        select(Letter)
        .where(
            Letter.participant_id == participant_id,
            Letter.replaced_at.is_(None),
            Letter.approved_at.is_not(None),
            Letter.reader == "next",
            Letter.taken_at.is_(None),
        )
        .with_for_update()
    )
    if row is not None:
        for part in set(HANDED) - set(handed_parts(row.parts)):
            _keep(session, participant_id, part)
        row.taken_at = now
    people.assign(session, participant_id=participant_id, staff_id=staff_id, now=now)


def _keep(session: Session, participant_id: int, part: Handed) -> None:
    """Makes the participant's own things of this part "only me". Questions are for any coach."""
    if part == "path":
        mine = and_(ProfileEntry.participant_id == participant_id, ProfileEntry.kind != "question")
        session.execute(update(ProfileEntry).where(mine).values(shared_at=None))
        # Why somebody trains at a place is said with what drives them.
        why = TrainingReason.participant_id == participant_id
        session.execute(update(TrainingReason).where(why).values(shared_at=None))
    elif part == "steps":
        own = OwnStep.participant_id == participant_id
        session.execute(update(OwnStep).where(own).values(shared_at=None))
    if part in TEXTS:
        of_texts = select(PlanText.line_id).where(
            PlanText.part.in_(TEXTS[part]), PlanText.author == "participant"
        )
        of_goals = select(Goal.line_id).union_all(select(Step.line_id))
        within: ColumnElement[bool] = Line.id.in_(of_texts)
        if part == "goals":
            within = or_(within, Line.id.in_(of_goals))
        session.execute(
            update(Line)
            .where(Line.participant_id == participant_id, within)
            .values(shared_at=None, shared_from=None)
            .execution_options(synchronize_session=False)
        )
