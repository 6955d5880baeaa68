"""What becomes of the round about the end when the end comes on another day."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.database import one_at_a_time
from webapp.domain.instruments.load import catalogue
from webapp.domain.surveys.model import Round
from webapp.domain.surveys.rhythm import EXIT, Calendar, occasions


def end_on(session: Session, *, participant_id: int, day: date, now: datetime) -> None:
    """Makes the rounds about the end ready for a participation that ends on this day.

    A round that is still open goes on: its answers were perhaps given about this very end, and a
    correction by a day must not ask for them again. Its seal then holds at least as long as the
    new end is asked about, and is never shortened, as an earlier day would open what a side has
    rated. A round that has closed belongs to an end that was: both sides may have read it, so
    another end is asked about in a round of its own.
    """
    one_at_a_time(session, f"rounds:{participant_id}")
    found = session.scalars(
        select(Round).where(Round.participant_id == participant_id, Round.occasion == EXIT)
    )
    for each in found:
        if each.closes_at <= now:
            each.occasion = f"{EXIT}-{each.id}"
        else:
            # The open round keeps its name, as the receipts for its answers go by it.
            each.closes_at = max(each.closes_at, _closes(each.instrument, day, now) or now)


def _closes(instrument: str, day: date, now: datetime) -> datetime | None:
    """When the questions about an end on this day close; None when they are not open now."""
    asked = occasions(catalogue()[instrument], Calendar(day, day), now)
    return next((each.closes_at for each in asked if each.name == EXIT), None)
