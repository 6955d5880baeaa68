"""Reading the texts and facts of the coordinated plan: one statement for each, however many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    bindparam,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from webapp.domain.activities.model import Activity
from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.agreement.reading import COLUMNS, line_view, select_lines
from webapp.domain.coordination.model import PlanContact, PlanFollowUp, PlanOwner, PlanText
from webapp.domain.coordination.rules import (
    CoachTime,
    ContactView,
    FollowUpView,
    TextView,
)
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.goals.model import Goal
from webapp.domain.people.model import Assignment, Organisation, Staff
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.sharing.gate import OpenedRecord

OF_GOAL = aliased(Line)


@dataclass(frozen=True)
class Drive:
    """What drives the person: a picture, or own words."""

    picture: str | None
    text: str
    lang: str


@dataclass(frozen=True)
class Facts:
    """What is known around the texts. ``owner`` is name and organisation, None for the coach."""

    coaches: tuple[CoachTime, ...]
    owner: tuple[str, str] | None
    contacts: tuple[ContactView, ...]
    follow_ups: tuple[FollowUpView, ...]
    drives: tuple[Drive, ...]


@dataclass(frozen=True)
class PlanNews:
    """For the brief: how much is new in the plan, and the follow-up that is nearest or late."""

    new: int
    follow_up: date | None


def own_texts(session: Session, *, participant_id: int) -> tuple[TextView, ...]:
    """All texts of the plan, drafts too: for the participant's own pages only."""
    return _texts(session, _ALL, participant_id)


def shared_texts(session: Session, record: OpenedRecord) -> tuple[TextView, ...]:
    """The texts that the participant shares, and those of staff. A draft is never in here, nor
    what is about a goal that the participant keeps."""
    return _texts(session, _SHARED, record.participant_id)


def own_shared_texts(session: Session, *, participant_id: int) -> tuple[TextView, ...]:
    """What the coach sees, for the participant's own copy of the plan."""
    return _texts(session, _SHARED, participant_id)


def own_place(session: Session, *, participant_id: int, ref: str) -> tuple[str, bool]:
    """The part of a text, taken away or not, and whether it is about one thing only.

    Raises ``NotFound``.
    """
    row = rows(session, _PLACE, participant=participant_id, ref=ref).first()
    if row is None:
        raise NotFound
    return row[0], any(each is not None for each in row[1:])


def find(texts: Iterable[TextView], ref: str) -> TextView:
    """The text with this name. Raises ``NotFound``."""
    for text in texts:
        if text.ref == ref:
            return text
    raise NotFound


def facts(session: Session, *, participant_id: int) -> Facts:
    """Coaches, owner, contacts, follow-ups and shared drives: what both sides may read."""
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for kind, *row in rows(session, _FACTS, participant=participant_id):
        found[kind].append(row)
    coaches = sorted(found["coach"], key=lambda row: row[6])
    by_day = sorted(found["follow_up"], key=lambda row: (row[5], row[0]))
    return Facts(
        coaches=tuple(CoachTime(row[1], row[2], row[6], row[7]) for row in coaches),
        owner=next(((row[1], row[2]) for row in found["owner"]), None),
        contacts=tuple(ContactView(*row[:5]) for row in found["contact"]),
        follow_ups=tuple(FollowUpView(row[0], row[5], row[1]) for row in by_day),
        drives=tuple(Drive(row[3] or None, row[1], row[2]) for row in found["drive"]),
    )


def contact(session: Session, record: OpenedRecord, ref: str) -> ContactView:
    """One contact. Raises ``NotFound``."""
    for one in facts(session, participant_id=record.participant_id).contacts:
        if one.ref == ref:
            return one
    raise NotFound


def follow_up(session: Session, record: OpenedRecord, ref: str) -> FollowUpView:
    """One follow-up. Raises ``NotFound``."""
    for one in facts(session, participant_id=record.participant_id).follow_ups:
        if one.ref == ref:
            return one
    raise NotFound


def _texts(session: Session, statement: Any, participant_id: int) -> tuple[TextView, ...]:
    found = []
    for row in rows(session, statement, participant=participant_id):
        part, author, *subjects = row[COLUMNS:]
        subject = next((each for each in subjects if each is not None), None)
        found.append(TextView(part, author, subject, line_view(row)))
    return tuple(found)


_ALL: Any = (
    select_lines(
        PlanText.part, PlanText.author, OF_GOAL.ref.label("goal"), Activity.ref.label("activity"),
        PlanFollowUp.ref.label("follow_up"),
    )
    .join(PlanText, PlanText.line_id == Line.id)
    .outerjoin(Goal, Goal.id == PlanText.goal_id)
    .outerjoin(OF_GOAL, OF_GOAL.id == Goal.line_id)
    .outerjoin(Activity, Activity.id == PlanText.activity_id)
    .outerjoin(PlanFollowUp, PlanFollowUp.id == PlanText.follow_up_id)
    .where(PlanText.participant_id == bindparam("participant"), PlanText.removed_at.is_(None))
)  # fmt: skip
_SHARED = _ALL.where(
    Line.shared_at.is_not(None), or_(PlanText.goal_id.is_(None), OF_GOAL.shared_at.is_not(None))
)

_PLACE: Any = (
    select(PlanText.part, PlanText.goal_id, PlanText.activity_id, PlanText.follow_up_id)
    .join(Line, Line.id == PlanText.line_id)
    .where(PlanText.participant_id == bindparam("participant"), Line.ref == bindparam("ref"))
)

KINDS = ("coach", "owner", "contact", "follow_up", "drive")
_NO_DAY: Any = cast(null(), Date())
_NO_TIME: Any = cast(null(), Assignment.since.type)


def _fact(kind: str, *columns: Any) -> Any:
    """A select of eight columns: kind, five texts, a day and two moments, or none of these."""
    texts = [*columns, *(literal("") for _ in range(5 - len(columns)))]
    named = [each.label(f"c{place}") for place, each in enumerate((literal(kind), *texts))]
    return select(*named)


def _timed(statement: Any, day: Any = None, since: Any = None, until: Any = None) -> Any:
    return statement.add_columns(
        (_NO_DAY if day is None else day).label("c6"),
        (_NO_TIME if since is None else since).label("c7"),
        (_NO_TIME if until is None else until).label("c8"),
    )


def _facts() -> Any:
    person: Any = bindparam("participant")
    staff = (literal(""), Staff.name, Organisation.name)
    coaches = (
        _timed(_fact("coach", *staff), since=Assignment.since, until=Assignment.until)
        .join(Assignment, Assignment.staff_id == Staff.id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(Assignment.participant_id == person)
    )
    owner = (
        _timed(_fact("owner", *staff))
        .join(PlanOwner, PlanOwner.staff_id == Staff.id)
        .join(Organisation, Organisation.id == Staff.organisation_id)
        .where(PlanOwner.participant_id == person, Staff.left_at.is_(None))
    )
    one = PlanContact
    contacts = _timed(
        _fact("contact", one.ref, one.organisation, one.name, one.role, one.reach)
    ).where(one.participant_id == person, one.removed_at.is_(None))
    day = PlanFollowUp
    follow_ups = _timed(_fact("follow_up", day.ref, day.caller), day=day.day).where(
        day.participant_id == person, day.removed_at.is_(None)
    )
    return union_all(coaches, owner, contacts, follow_ups, _drives(person))


def _drives(person: Any) -> Any:
    entry = ProfileEntry
    picture = func.coalesce(entry.part, "")
    return _timed(_fact("drive", entry.ref, entry.text, entry.lang, picture)).where(
        entry.participant_id == person,
        entry.kind == "drive",
        entry.shared_at.is_not(None),
        entry.replaced_at.is_(None),
        entry.removed_at.is_(None),
    )


_FACTS = _facts()


def brief_parts(since: ColumnElement[datetime]) -> tuple[Any, Any]:
    """New texts and answers, and follow-ups: two selects for the brief's statement.

    Columns: kind, reference, text, language, day, moment, moment.
    """
    person: Any = bindparam("participant")
    said = (
        select(func.max(Stance.at))
        .where(Stance.version_id == Version.id, Stance.party == "participant")
        .correlate(Version)
        .scalar_subquery()
    )
    new = (
        select(literal("plan_text"), Line.ref, literal(""), Version.lang, _NO_DAY, said, _NO_TIME)
        .join(PlanText, PlanText.line_id == Line.id)
        .join(Version, (Version.line_id == Line.id) & (Version.number == Line.number))
        .outerjoin(Goal, Goal.id == PlanText.goal_id)
        .outerjoin(OF_GOAL, OF_GOAL.id == Goal.line_id)
        .where(
            PlanText.participant_id == person,
            PlanText.removed_at.is_(None),
            Line.shared_at.is_not(None),
            or_(PlanText.goal_id.is_(None), OF_GOAL.shared_at.is_not(None)),
            or_(said > since, (PlanText.author == "participant") & (Line.shared_at > since)),
        )
    )
    done = (
        select(PlanText.id)
        .where(PlanText.follow_up_id == PlanFollowUp.id, PlanText.removed_at.is_(None))
        .correlate(PlanFollowUp)
        .exists()
    )
    days = select(
        literal("follow_up"), PlanFollowUp.ref, literal(""), literal(""), PlanFollowUp.day,
        _NO_TIME, _NO_TIME,
    ).where(
        PlanFollowUp.participant_id == person,
        PlanFollowUp.removed_at.is_(None),
        ~done,
    )  # fmt: skip
    return new, days


def plan_news(found: Iterable[Sequence[Any]]) -> PlanNews:
    """What the brief says, from the rows of ``brief_parts``."""
    known = list(found)
    days = sorted(row[4] for row in known if row[0] == "follow_up")
    return PlanNews(sum(row[0] == "plan_text" for row in known), days[0] if days else None)
