"""The living plan beside the newest frozen one: is it still what was agreed?"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.domain.goals.rules import GoalView
from webapp.domain.plan.document import PlanDocument, document_of
from webapp.domain.plan.reading import PlanView, own_plans, plans
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class PlanNow:
    """The plan as it stands, and the newest frozen one, if there is any."""

    document: PlanDocument
    latest: PlanView | None

    @property
    def changed(self) -> bool:
        """Whether something else is planned now than in the newest frozen plan."""
        return self.latest is not None and self.latest.substance != self.document.substance

    @property
    def can_be_proposed(self) -> bool:
        """Whether there is something to freeze that has not been frozen yet."""
        return bool(self.document.sections) and (self.latest is None or self.changed)


def own_plan_now(session: Session, *, participant_id: int, goals: tuple[GoalView, ...]) -> PlanNow:
    """For the participant's pages, from the goals that were read. Drafts are left out."""
    found = own_plans(session, participant_id=participant_id)
    return PlanNow(document_of(goals), found[0] if found else None)


def plan_now(session: Session, record: OpenedRecord, goals: tuple[GoalView, ...]) -> PlanNow:
    """For staff, from the shared goals that were read."""
    found = plans(session, record)
    return PlanNow(document_of(goals), found[0] if found else None)
