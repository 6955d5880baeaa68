"""Tables: the plan as it stood on a day, its parts, and what each party says to it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class AgreedPlan(Base):
    """One frozen version of the whole plan. Nothing in it changes afterwards.

    ``digest`` is of all its content; ``substance`` only of the texts, and ``facts`` of what stands
    around them, so that the living plan can be compared with it.
    """

    __tablename__ = "agreed_plan"
    __table_args__ = (
        UniqueConstraint("participant_id", "number"),
        CheckConstraint("proposed_by in ('participant', 'coach')", name="proposed_by"),
    )

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    number: Mapped[int]
    format: Mapped[int]
    parts: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    substance: Mapped[str] = mapped_column(String(64))
    facts: Mapped[str] = mapped_column(String(64))
    proposed_by: Mapped[str] = mapped_column(String(16))
    proposer_id: Mapped[int]
    proposed_at: Mapped[datetime]


class AgreedPlanPart(Base):
    """One section of a frozen plan.

    Staff read it only while its line, the goal it is about, and the entry of the person's own page
    that it comes from are shared: those that it names.
    """

    __tablename__ = "agreed_plan_part"
    __table_args__ = (UniqueConstraint("plan_id", "place"),)

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("agreed_plan.id"))
    place: Mapped[int]
    line_id: Mapped[int | None] = mapped_column(ForeignKey("line.id"))
    goal_line_id: Mapped[int | None] = mapped_column(ForeignKey("line.id"))
    entry_ref: Mapped[str | None] = mapped_column(String(16))
    content: Mapped[str] = mapped_column(Text)


class PlanStance(Base):
    """What one party says to a frozen plan. Rows are only added, and the newest counts."""

    __tablename__ = "plan_stance"
    __table_args__ = (
        CheckConstraint("party in ('participant', 'coach')", name="party"),
        CheckConstraint("value in ('yes', 'yes_but', 'no')", name="value"),
    )

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("agreed_plan.id"), index=True)
    party: Mapped[str] = mapped_column(String(16))
    actor_id: Mapped[int]
    value: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text, default="")
    lang: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
