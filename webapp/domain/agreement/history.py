"""The history of a line: every version, what each party said to that very text, and the changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
from webapp.domain.sharing.gate import OpenedRecord


@dataclass(frozen=True)
class Said:
    """One answer to one version. Only the newest of a party to the newest version counts."""

    party: Party
    value: Value
    reason: str
    lang: str
    at: datetime


@dataclass(frozen=True)
class VersionView:
    """One version, who wrote it and when, the answers to it, and what it changed.

    ``private`` says that nobody but the participant could ever read it.
    """

    number: int
    wording: Wording
    author: Party
    at: datetime
    private: bool
    answers: tuple[Said, ...]
    change: Change | None


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
    for (number, shared_from, author, at, *wording), group in groupby(found, lambda row: row[:10]):
        answers = tuple(Said(*row[10:]) for row in group if row[10] is not None)
        private = shared_from is None or number < shared_from
        versions.append(VersionView(number, Wording(*wording), author, at, private, answers, None))
    return versions[:1] + [_compared(*pair) for pair in pairwise(versions)]


def _compared(before: VersionView, now: VersionView) -> VersionView:
    change = Change(before.wording, now.wording)
    return VersionView(
        now.number, now.wording, now.author, now.at, now.private, now.answers, change
    )


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


def _select(*answers: Any) -> Any:
    return (
        select(
            Version.number,
            Line.shared_from,
            Version.author,
            Version.at,
            Version.text,
            Version.lang,
            Version.card,
            Version.doer,
            Version.doer_name,
            Version.due_on,
            Stance.party,
            Stance.value,
            Stance.reason,
            Stance.lang,
            Stance.at,
        )
        .select_from(Line)
        .join(Version, Version.line_id == Line.id)
        .outerjoin(Stance, and_(Stance.version_id == Version.id, *answers))
        .where(Line.ref == bindparam("ref"), Line.participant_id == bindparam("participant"))
        .order_by(Version.number, Stance.id)
    )


_ALL: Any = _select()
_SHARED: Any = _select(_could_be_read()).where(
    Line.shared_at.is_not(None), Version.number >= Line.shared_from
)
