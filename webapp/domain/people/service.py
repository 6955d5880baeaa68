"""Participants, and who works with whom."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, case, select
from sqlalchemy.orm import Session, aliased

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.log import Whose, note
from webapp.domain.database import one_at_a_time, rows
from webapp.domain.errors import Invalid
from webapp.domain.people import model, rules
from webapp.domain.people.staff import staff_card


@dataclass(frozen=True)
class Contact:
    """The person to call. ``new_since`` is when they took over from another coach."""

    name: str
    phone: str
    organisation: str
    new_since: datetime | None = None


def add_participant(
    session: Session,
    *,
    name: str,
    language: str,
    protected: bool,
    now: datetime,
    project_id: int | None = None,
) -> model.Participant:
    """A new participant. Raises ``Invalid`` for a name that is empty, too long or a number."""
    name = " ".join(name.split())
    problem = rules.name_problem(name)
    if problem:
        raise Invalid("name", problem)
    row = model.Participant(
        ref=codes.new_ref(),
        name=name,
        search_name=rules.search_name(name),
        sort_name=rules.sort_name(name),
        language=language,
        protected=protected,
        started_on=rules.day_in_sweden(now),
        project_id=project_id,
    )
    session.add(row)
    session.flush()
    return row


def lock_coach(session: Session, *, participant_id: int) -> None:
    """Lets one transaction at a time change who is the coach of this participant."""
    one_at_a_time(session, f"coach of {participant_id}")


def assign(session: Session, *, participant_id: int, staff_id: int, now: datetime) -> None:
    """Makes the member of staff the participant's coach from now on; the earlier one ends.

    A change of coach stands in the participant's log.
    """
    lock_coach(session, participant_id=participant_id)
    known = session.scalars(
        select(model.Assignment).where(model.Assignment.participant_id == participant_id)
    ).all()
    for assignment in known:
        assignment.until = assignment.until or now
    if known:
        _log_new_coach(session, participant_id, staff_id, now)
    session.add(model.Assignment(participant_id=participant_id, staff_id=staff_id, since=now))
    session.flush()


def _log_new_coach(session: Session, participant_id: int, staff_id: int, now: datetime) -> None:
    whose = Whose(participant_id, session.get_one(model.Participant, participant_id).ref)
    note(session, staff=staff_card(session, staff_id), whose=whose, what="became_coach", now=now)


def started_on(session: Session, *, participant_id: int) -> date:
    """The first day of the participant's time here."""
    return session.get_one(model.Participant, participant_id).started_on


def is_protected(session: Session, *, participant_id: int) -> bool:
    """Whether the participant has protected identity."""
    return bool(rows(session, _PROTECTED, participant=participant_id).first()[0])


_PROTECTED = select(model.Participant.protected).where(
    model.Participant.id == bindparam("participant")
)


def set_ended(session: Session, *, participant_id: int, on: date | None) -> None:
    """The participation ends on this day, or goes on after all: None. The page stays open."""
    session.get_one(model.Participant, participant_id).ended_on = on


def contact(session: Session, *, participant_id: int) -> Contact | None:
    """The participant's coach now, or None between two coaches."""
    row = rows(session, CONTACT, participant=participant_id).one_or_none()
    return Contact(*row) if row else None


_EARLIER = aliased(model.Assignment)
CONTACT = (
    select(
        model.Staff.name.label("name"),
        model.Staff.phone.label("phone"),
        model.Organisation.name.label("organisation"),
        case(
            (
                select(_EARLIER.id)
                .where(
                    _EARLIER.participant_id == model.Assignment.participant_id,
                    _EARLIER.since < model.Assignment.since,
                )
                .correlate(model.Assignment)
                .exists(),
                model.Assignment.since,
            )
        ).label("new_since"),
    )
    .join(model.Assignment, model.Assignment.staff_id == model.Staff.id)
    .join(model.Organisation, model.Organisation.id == model.Staff.organisation_id)
    .where(
        model.Assignment.participant_id == bindparam("participant"),
        model.Assignment.until.is_(None),
    )
    .order_by(model.Assignment.since.desc())
    .limit(1)
)


def pause_questions(
    session: Session, *, participant_id: int, until: date | None, now: datetime
) -> None:
    """No question is asked before this day; None asks at once. Raises ``Invalid`` for a day that
    has been or is more than a year away."""
    today = rules.day_in_sweden(now)
    if until is not None and until <= today:
        raise Invalid("until", "past")
    if until is not None and until > today + rules.LONGEST_PAUSE:
        raise Invalid("until", "far")
    session.get_one(model.Participant, participant_id).asks_from = until


def set_writing(session: Session, *, participant_id: int, tag: str) -> None:
    """Remembers the language of the participant's own words."""
    session.get_one(model.Participant, participant_id).writes_in = tag


def set_language(session: Session, *, actor: Actor, language: str) -> None:
    """Remembers the language of this person."""
    if actor.kind == "participant":
        session.get_one(model.Participant, actor.id).language = language
    else:
        session.get_one(model.Staff, actor.id).language = language
