"""What was written and done since the two last met: one statement for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Date, bindparam, cast, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from webapp.domain.brief.kit import kit_of, kit_part
from webapp.domain.brief.kit_rules import Kit
from webapp.domain.coordination.news import PlanNews, brief_parts, plan_news
from webapp.domain.database import rows
from webapp.domain.decisions.reading import decided_of, decided_part
from webapp.domain.decisions.rules import DecidedShort
from webapp.domain.meaning.reading import from_parts, meaning_parts
from webapp.domain.meaning.rules import Meanings
from webapp.domain.meetings.model import Meeting, Wish
from webapp.domain.meetings.next_meeting import Arranged, arranged, arranged_parts
from webapp.domain.meetings.rules import LENGTH, Meetings, MeetingView, WishView
from webapp.domain.meetings.service import BEGINNING
from webapp.domain.outcomes.reading import ToTalkAbout, talk_parts, to_talk_about
from webapp.domain.people.contacts import contact_of, contact_part
from webapp.domain.people.model import Staff
from webapp.domain.people.service import Contact
from webapp.domain.plan.brief import NewestPlan, newest_plan, plan_part
from webapp.domain.sharing.gate import OpenedRecord
from webapp.domain.sharing.reading import ToMention, mention_parts, to_mention, until_soon


@dataclass(frozen=True)
class Since:
    """The last meeting and the next, the wishes for it, what else to talk about, what goes
    with to the meeting, what was decided the last time, and what is arranged.

    ``meanings`` tells what own words mean in Swedish.
    """

    meetings: Meetings
    wishes: tuple[WishView, ...]
    talk: ToTalkAbout
    meanings: Meanings
    plan: NewestPlan | None
    consents: ToMention
    coordination: PlanNews
    arranged: Arranged
    kit: Kit
    decided: tuple[DecidedShort, ...]


@dataclass(frozen=True)
class OwnPage:
    """The last meeting and the next, the wishes for it, what own words mean in Swedish, the newest
    plan on a date, what is arranged, and whom to call."""

    meetings: Meetings
    wishes: tuple[WishView, ...]
    meanings: Meanings
    plan: NewestPlan | None
    arranged: Arranged
    contact: Contact | None


def since_last_meeting(session: Session, record: OpenedRecord, *, now: datetime) -> Since:
    """Everything since the last meeting; without one, since this coach began."""
    found = rows(
        session,
        _SINCE,
        participant=record.participant_id,
        over=now - LENGTH,
        beginning=BEGINNING,
        coach=record.with_coach_since,
        now=now,
        **until_soon(now),
    ).all()
    return Since(
        *_met_and_wished(found),
        talk=to_talk_about(found),
        meanings=from_parts(found),
        plan=newest_plan(found),
        consents=to_mention(found),
        coordination=plan_news(found),
        arranged=arranged(found),
        kit=kit_of(found),
        decided=decided_of(found),
    )


def own_page(session: Session, *, participant_id: int, now: datetime) -> OwnPage:
    """What the participant's first page tells of meetings, wishes, words and the whole plan."""
    found = rows(
        session, _OWN_PAGE, participant=participant_id, over=now - LENGTH, beginning=BEGINNING
    ).all()
    return OwnPage(
        *_met_and_wished(found),
        meanings=from_parts(found),
        plan=newest_plan(found),
        arranged=arranged(found),
        contact=contact_of(found),
    )


def _met_and_wished(found: Sequence[Any]) -> tuple[Meetings, tuple[WishView, ...]]:
    met = {row[0]: MeetingView(row[1], row[5], row[2], row[3]) for row in found}
    wishes = [WishView(row[1], row[2], row[3], row[5]) for row in found if row[0] == "wish"]
    return (
        Meetings(last=met.get("last"), next=met.get("next")),
        tuple(sorted(wishes, key=lambda wish: wish.written_at)),
    )


_TIME: Final = Meeting.starts_at.type
_NO_DAY: Final[Any] = cast(null(), Date())
_NO_TIME: Final[Any] = cast(null(), _TIME)
_OVER: Final = bindparam("over", type_=_TIME)
_OWN: Final = (
    Meeting.participant_id == bindparam("participant"),
    Meeting.cancelled_at.is_(None),
)


def _meeting(kind: str) -> Any:
    columns = (Meeting.ref, Meeting.place, Staff.name, _NO_DAY, Meeting.starts_at, _NO_TIME)
    named = [each.label(f"c{place}") for place, each in enumerate((literal(kind), *columns))]
    return select(*named).join(Staff, Staff.id == Meeting.staff_id).where(*_OWN)


def _met() -> Any:
    return select(func.max(Meeting.starts_at)).where(*_OWN, Meeting.starts_at <= _OVER)


def _parts() -> tuple[Any, ...]:
    last = _meeting("last").where(Meeting.starts_at <= _OVER).order_by(Meeting.starts_at.desc())
    coming = _meeting("next").where(Meeting.starts_at > _OVER).order_by(Meeting.starts_at)
    wishes = select(
        literal("wish"), Wish.ref, Wish.text, Wish.lang, _NO_DAY, Wish.written_at, _NO_TIME
    ).where(
        Wish.participant_id == bindparam("participant"),
        Wish.withdrawn_at.is_(None),
        Wish.written_at >= _or_since(_met(), "beginning"),
    )
    nearest = (select(last.limit(1).subquery()), select(coming.limit(1).subquery()))
    return (*nearest, wishes, *arranged_parts())


def _or_since(met: Any, otherwise: str) -> Any:
    return func.coalesce(met.scalar_subquery(), bindparam(otherwise, type_=_TIME))


_OWN_PAGE: Final = union_all(*_parts(), *meaning_parts(), plan_part(), contact_part())
_SINCE: Final = union_all(
    *_parts(),
    *talk_parts(_or_since(_met(), "coach")),
    *meaning_parts(),
    plan_part(),
    *mention_parts(_or_since(_met(), "coach")),
    kit_part(_or_since(_met(), "beginning")),
    decided_part(_met().scalar_subquery()),
    *brief_parts(_or_since(_met(), "coach")),
)
