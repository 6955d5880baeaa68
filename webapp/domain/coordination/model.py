"""Tables of the coordinated plan. Its texts are lines, so that both can answer them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.domain.schema import Base, Id, Ref


class PlanText(Base):
    """What one side writes in one part of the plan: about the person, or about one thing in it.

    The other side can never change it, so two descriptions stand beside each other.
    """

    __tablename__ = "plan_text"
    __table_args__ = (
        CheckConstraint("author in ('participant', 'coach')", name="author"),
        CheckConstraint(
            "part in ('important', 'need', 'myself', 'help', 'description', 'measure', 'result')",
            name="part",
        ),
    )

    id: Mapped[Id]
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"), unique=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    part: Mapped[str] = mapped_column(String(16))
    author: Mapped[str] = mapped_column(String(16))
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"))
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    follow_up_id: Mapped[int | None] = mapped_column(ForeignKey("plan_follow_up.id"))
    removed_at: Mapped[datetime | None]


class PlanOwner(Base):
    """Who has the overall responsibility for the plan. Without ``staff_id``: the coach, whoever."""

    __tablename__ = "plan_owner"

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), unique=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    set_at: Mapped[datetime]


class PlanContact(Base):
    """A person to ask at an organisation. With protected identity only the organisation."""

    __tablename__ = "plan_contact"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    organisation: Mapped[str] = mapped_column(String(120))
    name: Mapped[str] = mapped_column(String(80), default="")
    role: Mapped[str] = mapped_column(String(80), default="")
    reach: Mapped[str] = mapped_column(String(120), default="")
    added_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class PlanFollowUp(Base):
    """A day on which the plan is looked at together. Without ``caller`` the coach calls to it."""

    __tablename__ = "plan_follow_up"

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    day: Mapped[date]
    caller: Mapped[str] = mapped_column(String(120), default="")
    added_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class Letter(Base):
    """ "What you should know about me", one row for each wording; the newest is not replaced.

    Without ``approved_at`` it is a draft that nobody else reads. ``parts`` names what goes on to
    the next coach, ``taken_at`` says when that was done.
    """

    __tablename__ = "letter"
    __table_args__ = (CheckConstraint("reader in ('next', 'now')", name="reader"),)

    id: Mapped[Id]
    ref: Mapped[Ref]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    lang: Mapped[str] = mapped_column(String(16))
    reader: Mapped[str] = mapped_column(String(8))
    parts: Mapped[str] = mapped_column(String(120), default="")
    written_at: Mapped[datetime]
    approved_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]
    taken_at: Mapped[datetime | None]
