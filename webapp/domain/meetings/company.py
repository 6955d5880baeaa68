"""Use cases of who comes: each side names people, and the participant says yes or no."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, Subject, write_receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings import booking_checks
from webapp.domain.meetings.booked import held, is_protected
from webapp.domain.meetings.booking_model import MeetingGuest
from webapp.domain.meetings.booking_rules import Guest
from webapp.domain.meetings.model import Meeting
from webapp.domain.people.model import Organisation, Staff


@once
def bring(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    relation: str,
    name: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant wants somebody along; a name is not needed. Raises ``Invalid``, ``NotFound``.

    Source: coordinated individual planning (SIP), where the person says who comes.
    """
    guest = Guest("", "participant", False, relation, name.strip(), "", "", lang)
    return _add(session, actor, actor.participant_id, ref, guest, None, key, now)


@once
def name_guest(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    guest: Guest,
    staff_ref: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The coach names somebody, known staff by ``staff_ref`` or others in words.

    The participant sees it at once and can say no. Raises ``Invalid`` and ``NotFound``.
    """
    guest = replace(guest, named_by="coach", is_staff=bool(staff_ref), relation="")
    staff_id = None
    if staff_ref:
        staff_id, guest = _known(session, guest, staff_ref)
    return _add(session, actor, participant_id, ref, guest, staff_id, key, now)


def _known(session: Session, guest: Guest, staff_ref: str) -> tuple[int, Guest]:
    row = session.execute(
        select(Staff.id, Staff.name, Organisation.name)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(Staff.ref == staff_ref, Staff.left_at.is_(None))
    ).one_or_none()
    if row is None:
        raise Invalid("staff", "unknown")
    return row[0], replace(guest, name=row[1][:80], organisation=row[2])


def _add(
    session: Session,
    actor: Actor,
    participant_id: int,
    ref: str,
    guest: Guest,
    staff_id: int | None,
    key: str,
    now: datetime,
) -> Receipt:
    meeting = held(session, participant_id=participant_id, ref=ref, now=now)
    booking_checks.check_guest(guest, protected=is_protected(session, participant_id))
    _room(session, meeting)
    row = MeetingGuest(
        ref=codes.new_ref(),
        meeting_id=meeting.id,
        named_by=guest.named_by,
        staff_id=staff_id,
        relation=guest.relation,
        name=guest.name.strip(),
        organisation=guest.organisation.strip(),
        part=guest.part.strip(),
        lang=guest.lang,
        added_at=now,
    )
    session.add(row)
    content = f"{guest.relation} {guest.name} {guest.organisation} {guest.part}"
    return write_receipt(
        session, actor, Subject(participant_id, row.ref), "guest", content, key, now
    )


def _room(session: Session, meeting: Meeting) -> None:
    count = session.scalar(
        select(func.count()).where(
            MeetingGuest.meeting_id == meeting.id, MeetingGuest.removed_at.is_(None)
        )
    )
    if (count or 0) >= booking_checks.MOST_GUESTS:
        raise Invalid("name", "many")


@once
def answer_guest(
    session: Session,
    *,
    actor: Actor,
    ref: str,
    guest: str,
    says: str,
    reason: str,
    lang: str,
    key: str,
    now: datetime,
) -> Receipt:
    """The participant says yes or no to somebody whom staff have named; a reason is not needed.

    Raises ``Invalid`` and ``NotFound``.
    """
    row = _guest(session, actor.participant_id, ref, guest, now)
    if row.named_by != "coach" or row.removed_at is not None:
        raise NotFound
    if says not in ("yes", "no"):
        raise Invalid("says", "empty")
    row.reason = booking_checks.check_words("reason", reason) if says == "no" else ""
    row.says, row.reason_lang, row.said_at = says, lang, now
    about = Subject(actor.participant_id, guest)
    return write_receipt(session, actor, about, "guest_answer", f"{says} {row.reason}", key, now)


@once
def take_away(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    guest: str,
    back: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Each side takes away whom it has named, or puts them back. Raises ``NotFound``."""
    row = _guest(session, participant_id, ref, guest, now)
    if row.named_by != actor.party:
        raise NotFound
    row.removed_at = None if back else now
    about, kind = Subject(participant_id, guest), "guest" if back else "guest_away"
    return write_receipt(session, actor, about, kind, row.name, key, now)


def _guest(
    session: Session, participant_id: int, ref: str, guest: str, now: datetime
) -> MeetingGuest:
    meeting = held(session, participant_id=participant_id, ref=ref, now=now)
    row = session.scalar(
        select(MeetingGuest).where(MeetingGuest.ref == guest, MeetingGuest.meeting_id == meeting.id)
    )
    if row is None:
        raise NotFound
    return row
