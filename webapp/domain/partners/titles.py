"""One statement for what single things are called: a part for each kind."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)

from webapp.domain.activities.model import Activity
from webapp.domain.agreement.model import Line, Stance, Version
from webapp.domain.goals.model import Goal
from webapp.domain.outcomes.model import Outcome, OwnStep
from webapp.domain.partners.things import ENTRIES, GOES_ON, not_over
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.surveys.model import Answer, Response, Round
from webapp.domain.surveys.sealed import readable_by_partner


def _row(kind: str, ref: Any, of: Any, said: Sequence[Any], shared: Any, opens: Any) -> Any:
    """A select of one kind of things. ``said`` is the part, the text, the language and the day."""
    truth = [case((each, 1), else_=0) for each in (shared, and_(shared, opens))]
    columns = (literal(kind), ref, of, *said, *truth)
    return select(*(each.label(f"c{place}") for place, each in enumerate(columns)))


_NOTHING: Any = literal("")
_NO_DAY: Any = cast(null(), Date())


def _goals(private: bool) -> Any:
    said = (func.coalesce(Version.card, ""), Version.text, Version.lang, _NO_DAY)
    answered = select(Stance.id).where(
        Stance.version_id == Version.id, Stance.party == "participant"
    )
    # What the coach suggests is the participant's own only when they have answered it.
    own = or_(Version.author == "participant", answered.correlate(Version).exists())
    return (
        _row(
            "goals",
            Line.ref,
            literal("goal"),
            said,
            Line.shared_at.is_not(None),
            and_(Goal.status.in_(GOES_ON), own),
        )
        .select_from(Goal)
        .join(Line, Line.id == Goal.line_id)
        .join(Version, and_(Version.line_id == Line.id, Version.number == Line.number))
        .where(_readable(Line, private))
    )


def _activities() -> Any:
    said = (Activity.lane, Activity.title, Activity.lang, Activity.started_on)
    return _row("activities", Activity.ref, literal("activity"), said, true(), not_over()).where(
        Activity.participant_id == _PERSON
    )


def _entries(private: bool) -> Any:
    entry = ProfileEntry
    said = (func.coalesce(entry.part, ""), entry.text, entry.lang, _NO_DAY)
    shared = entry.shared_at.is_not(None)
    return _row("path", entry.ref, entry.kind, said, shared, true()).where(
        _readable(entry, private),
        entry.kind.in_(ENTRIES),
        entry.replaced_at.is_(None),
        entry.removed_at.is_(None),
    )


def _own_steps(private: bool) -> Any:
    said = (_NOTHING, OwnStep.text, OwnStep.lang, OwnStep.happened_on)
    shared = OwnStep.shared_at.is_not(None)
    return _row("steps", OwnStep.ref, literal("own_step"), said, shared, true()).where(
        _readable(OwnStep, private), OwnStep.removed_at.is_(None)
    )


def _outcomes() -> Any:
    said = (Outcome.moment, Outcome.status, _NOTHING, Outcome.happened_on)
    return _row("steps", Outcome.ref, literal("outcome"), said, true(), true()).where(
        Outcome.participant_id == _PERSON,
        Outcome.superseded_at.is_(None),
        Outcome.withdrawn_at.is_(None),
    )


def _answers() -> Any:
    said = (_NOTHING, _NOTHING, _NOTHING, _NO_DAY)
    return (
        _row("answers", Answer.item, literal("answer"), said, true(), true())
        .join(Response, Response.id == Answer.response_id)
        .join(Round, Round.id == Response.round_id)
        .where(Round.participant_id == _PERSON, Round.subject == "", readable_by_partner())
        .distinct()
    )


def _readable(table: Any, private: bool) -> ColumnElement[bool]:
    own: ColumnElement[bool] = table.participant_id == _PERSON
    return own if private else and_(own, table.shared_at.is_not(None))


def titles(*, private: bool) -> Any:
    """Columns: kind, reference, and what ``Named`` says.

    Without ``private`` what is "only me" is never found. Parameters: participant, today, now and
    sealed.
    """
    return union_all(
        _goals(private),
        _activities(),
        _entries(private),
        _own_steps(private),
        _outcomes(),
        _answers(),
    )


_PERSON: Any = bindparam("participant")
