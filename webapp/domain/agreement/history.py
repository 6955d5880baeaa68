"""The history of a line: every version, what each party said to that very text, and the changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.actors import Party
from webapp.domain.agreement.changes import Change
from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.rules import Value, Wording
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Staff
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class Said:
    """One answer to one version of a text, or to a frozen plan.

    Only the newest of a party to the newest version counts.
    ``staff`` is the name of the coach who gave it, and empty for the participant's.
    """

    party: Party
    value: Value
    reason: str
    lang: str
    at: datetime
    staff: str


@dataclass(frozen=True)
class VersionView:
    """One version, who wrote it and when, the answers to it, and what it changed.

    ``private`` says that it is not open to the coach. ``staff`` is the name of the coach who wrote
    it, and empty for the participant's.
    """

    number: int
    wording: Wording
    author: Party
    at: datetime
    private: bool
    answers: tuple[Said, ...]
    staff: str = ""
    change: Change | None = None


def own_history(session: Session, *, participant_id: int, ref: str) -> tuple[VersionView, ...]:
    """Every version of the participant's own line, newest first. Raises ``NotFound``.

    Drafts too: for the participant's own pages only.
    """
    return _history(session, _ALL, participant_id, ref)


def shared_history(session: Session, record: OpenedRecord, ref: str) -> tuple[VersionView, ...]:
    """What the coach could ever read of a shared line, newest first. Raises ``NotFound``.

    From the version that was shared on, and of the answers to it those that were given since.
    """
    return _history(session, _SHARED, record.participant_id, ref)


def _history(session: Session, statement: Any, person: int, ref: str) -> tuple[VersionView, ...]:
    found = rows(session, statement, participant=person, ref=ref).all()
    if not found:
        raise NotFound
    return tuple(reversed(_versions(found)))


def _versions(found: Iterable[Sequence[Any]]) -> list[VersionView]:
    versions = []
    for version, group in groupby(found, lambda row: row[:_SAID]):
        number, shared_from, author, at, staff, *wording = version
        answers = tuple(_said(*row[_SAID:]) for row in group if row[_SAID] is not None)
        private = shared_from is None or number < shared_from
        versions.append(
            VersionView(number, Wording(*wording), author, at, private, answers, staff or "")
        )
    return versions[:1] + [_compared(*pair) for pair in pairwise(versions)]


def _said(*values: Any) -> Said:
    named: tuple[Any, ...] = (*values[:-1], values[-1] or "")
    return Said(*named)


def _compared(before: VersionView, now: VersionView) -> VersionView:
    return replace(now, change=Change(before.wording, now.wording))


def _could_be_read() -> ColumnElement[bool]:
    """An answer was given after sharing, or is the party's newest, as it stands in the plan."""
    later = aliased(Stance)
    newest = select(func.max(later.id)).where(
        later.version_id == Version.id, later.party == Stance.party
    )
    return or_(
        Stance.at >= Line.shared_at,
        Stance.id == newest.correlate(Version, Stance).scalar_subquery(),
    )


_WROTE, _ANSWERED = aliased(Staff), aliased(Staff)
_VERSION = (
    Version.number,
    Line.shared_from,
    Version.author,
    Version.at,
    _WROTE.name,
    Version.text,
    Version.lang,
    Version.card,
    Version.doer,
    Version.doer_name,
    Version.due_on,
)
_SAID = len(_VERSION)


def _select(*answers: Any) -> Any:
    said = (Stance.party, Stance.value, Stance.reason, Stance.lang, Stance.at, _ANSWERED.name)
    return (
        select(*_VERSION, *said)
        .select_from(Line)
        .join(Version, Version.line_id == Line.id)
        .outerjoin(_WROTE, and_(Version.author == "coach", _WROTE.id == Version.author_id))
        .outerjoin(Stance, and_(Stance.version_id == Version.id, *answers))
        .outerjoin(_ANSWERED, and_(Stance.party == "coach", _ANSWERED.id == Stance.actor_id))
        .where(Line.ref == bindparam("ref"), Line.participant_id == bindparam("participant"))
        .order_by(Version.number, Stance.id)
    )


_ALL: Any = _select()
_SHARED: Any = _select(_could_be_read()).where(
    Line.shared_at.is_not(None), Version.number >= Line.shared_from
)
