"""Use cases of outcomes: the coach registers, corrects and takes away."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.database import one_at_a_time
from webapp.domain.errors import Conflict, Invalid, NotFound
from webapp.domain.instruments.load import instrument
from webapp.domain.outcomes import rules
from webapp.domain.outcomes.model import Outcome
from webapp.domain.outcomes.rules import Moment
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.people.service import set_ended, started_on
from webapp.domain.surveys import exits

STATUS, REASON = "UTFA-01", "UTFA-02"


@once
def register(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    moment: Moment,
    status: str,
    exit_reason: str | None,
    happened_on: date,
    key: str,
    now: datetime,
) -> Receipt:
    """The coach registers what the person does at this moment, or corrects what stands.

    A correction is a new entry that waits for the participant's answer; the old one is kept. What
    is the same as before changes nothing. An exit ends the participation on its day. Raises
    ``NotFound`` for anybody but staff, ``Invalid`` for an unknown code or a day that cannot be.
    """
    stood = _standing(session, actor, participant_id)
    _check(status, exit_reason, moment)
    _check_day(session, participant_id, stood, moment, happened_on, now)
    row = stood.get(moment)
    if row is None or (row.status, row.exit_reason, row.happened_on) != (
        status, exit_reason, happened_on,
    ):  # fmt: skip
        if row is not None:
            row.superseded_at = now
        row = Outcome(
            ref=codes.new_ref(), participant_id=participant_id, moment=moment, status=status,
            exit_reason=exit_reason, happened_on=happened_on, staff_id=actor.id, registered_at=now,
        )  # fmt: skip
        session.add(row)
    _end(session, row, happened_on, now)
    return write_receipt(
        session, actor, row, "outcome", f"{moment}:{status}:{happened_on}", key, now
    )


@once
def withdraw(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    back: bool,
    key: str,
    now: datetime,
) -> Receipt:
    """Takes away what was registered by mistake, or puts it back. Without exit nobody has ended.

    Raises ``NotFound``, and ``Conflict`` when something else depends on it or stands in its place.
    """
    stood = _standing(session, actor, participant_id)
    row = session.scalar(
        select(Outcome).where(
            Outcome.ref == ref,
            Outcome.participant_id == participant_id,
            Outcome.superseded_at.is_(None),
        )
    )
    if row is None:
        raise NotFound
    alone = back and row.moment in rules.MONTHS_AFTER and "exit" not in stood
    if alone or _in_the_way(row, back=back) & stood.keys():
        raise Conflict
    row.withdrawn_at = None if back else now
    _end(session, row, row.happened_on if back else None, now)
    return write_receipt(session, actor, row, "outcome", f"{ref}:{back}", key, now)


def _in_the_way(row: Outcome, *, back: bool) -> set[str]:
    if back:
        return {row.moment} if row.withdrawn_at is not None else set()
    return set(rules.MONTHS_AFTER) if row.moment == "exit" else set()


def _standing(session: Session, actor: Actor, participant_id: int) -> dict[str, Outcome]:
    if actor.kind != "staff":
        raise NotFound
    one_at_a_time(session, f"outcomes:{participant_id}")
    found = session.scalars(
        select(Outcome).where(
            Outcome.participant_id == participant_id,
            Outcome.superseded_at.is_(None),
            Outcome.withdrawn_at.is_(None),
        )
    )
    return {row.moment: row for row in found}


def _check(status: str, exit_reason: str | None, moment: str) -> None:
    if moment not in rules.MOMENTS:
        raise NotFound
    if status not in _codes(STATUS):
        raise Invalid("status", "unknown")
    if (moment == "exit") != (exit_reason is not None):
        raise Invalid("exit_reason", "empty")
    if exit_reason is not None and exit_reason not in _codes(REASON):
        raise Invalid("exit_reason", "unknown")


def _codes(item: str) -> set[str]:
    scale = instrument("UTFA").item(item).scale
    return {option.code for option in scale.options} if scale else set()


def _check_day(
    session: Session,
    participant_id: int,
    stood: Mapping[str, Outcome],
    moment: Moment,
    happened_on: date,
    now: datetime,
) -> None:
    rules.check_day(
        moment,
        happened_on,
        days={each: stood[each].happened_on for each in rules.MOMENTS if each in stood},
        started_on=started_on(session, participant_id=participant_id),
        today=day_in_sweden(now),
    )


def _end(session: Session, row: Outcome, day: date | None, now: datetime) -> None:
    if row.moment != "exit":
        return
    set_ended(session, participant_id=row.participant_id, on=day)
    if day is not None:
        exits.end_on(session, participant_id=row.participant_id, day=day, now=now)
