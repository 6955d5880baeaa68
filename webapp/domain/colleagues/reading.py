"""Reading what staff have answered: whether, and as a group."""

from collections import defaultdict

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from webapp.domain.colleagues.model import StaffAnswer, StaffAnswered
from webapp.domain.colleagues.rules import Result, asked_of_staff, group
from webapp.domain.database import rows
from webapp.domain.instruments.load import instrument

Counts = dict[str, dict[str, int]]


def has_answered(session: Session, *, staff_id: int, instrument_id: str, occasion: str) -> bool:
    """Whether this member of staff has answered that year."""
    found = rows(
        session, _ANSWERED, staff=staff_id, instrument=instrument_id, occasion=occasion
    ).first()
    return found is not None


def results(session: Session, *, instrument_id: str) -> tuple[Result, ...]:
    """How staff have answered, the newest year first. Never below the least number of answers.

    All projects together: one project has so few leaders that its answers would name them.
    """
    counted: dict[tuple[str, str], Counts] = {}
    for year, version, item, code, count in rows(session, _COUNTS, instrument=instrument_id):
        counted.setdefault((year, version), defaultdict(dict))[item][code] = count
    return tuple(
        _result(instrument_id, *key, counts)
        for key, counts in sorted(counted.items(), reverse=True)
    )


def _result(instrument_id: str, year: str, version: str, counts: Counts) -> Result:
    asked = instrument(instrument_id, version)
    return Result(
        year,
        version,
        tuple(
            (item, group(item, counts.get(item.id, {}), least=asked.publish_min_n))
            for item in asked_of_staff(asked)
            if item.show.project == "group"
        ),
    )


_ANSWERED = select(StaffAnswered.id).where(
    StaffAnswered.staff_id == bindparam("staff"),
    StaffAnswered.instrument == bindparam("instrument"),
    StaffAnswered.occasion == bindparam("occasion"),
)
_COUNTS = (
    select(
        StaffAnswer.occasion,
        StaffAnswer.version,
        StaffAnswer.item,
        StaffAnswer.code,
        func.count(StaffAnswer.id),
    )
    .where(StaffAnswer.instrument == bindparam("instrument"))
    .group_by(StaffAnswer.occasion, StaffAnswer.version, StaffAnswer.item, StaffAnswer.code)
)
