"""The whole plan as a document: made from the living plan, frozen as text, and read again.

A document is a list of sections, and a section a list of lines that both could read when it was
made. To add a kind of section: make it in ``plan_document``, and give it a block in
``templates/shared/plan_document.html``. What is frozen already is never changed, so a section that
is written in another way needs another ``FORMAT`` and a reader for the old one.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.domain.actors import Party
from webapp.domain.agreement.rules import LineView, StanceView, Wording, digest
from webapp.domain.goals.reading import goals_in_plan
from webapp.domain.goals.rules import GoalView, StepView
from webapp.domain.plan.rules import PlanGoal, plan_of

FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """One line of a section, with both answers. ``part`` says its place there, as ``mine``."""

    part: str
    line: LineView
    done_at: datetime | None = None
    done_by: Party | None = None


@dataclass(frozen=True)
class Section:
    """One section. ``line`` names the line that must be shared for staff to read it.

    ``facts`` are short words by name, such as the status of a goal.
    """

    kind: str
    line: str | None
    entries: tuple[Entry, ...]
    facts: tuple[tuple[str, str], ...] = ()

    def part(self, name: str) -> tuple[Entry, ...]:
        """The entries of this part, in order."""
        return tuple(entry for entry in self.entries if entry.part == name)

    def fact(self, name: str) -> str:
        """The fact of this name, or nothing."""
        return dict(self.facts).get(name, "")


@dataclass(frozen=True)
class PlanDocument:
    """The whole plan as it stood at one moment."""

    sections: tuple[Section, ...]
    format: int = FORMAT

    @property
    def substance(self) -> str:
        """A fingerprint of what is planned: not of answers, nor of what has been done since."""
        return _digest(
            [
                [each.kind, each.line, list(each.facts), sorted(map(_planned, each.entries))]
                for each in self.sections
            ]
        )

    @property
    def digest(self) -> str:
        """A fingerprint of every word of it."""
        return _digest([to_text(section) for section in self.sections])


def plan_document(session: Session, *, participant_id: int) -> PlanDocument:
    """The plan as it stands: only what is shared is read, whoever asks."""
    return document_of(goals_in_plan(session, participant_id=participant_id))


def document_of(goals: tuple[GoalView, ...]) -> PlanDocument:
    """The document that these goals make. Drafts among them are left out."""
    return PlanDocument(tuple(_goal(each) for each in plan_of(goals).goals))


def _goal(planned: PlanGoal) -> Section:
    goal = planned.goal
    entries = [Entry("goal", goal.line)]
    entries += [_step("mine", step) for step in planned.mine]
    entries += [_step("theirs", step) for step in planned.theirs]
    return Section("goal", goal.line.ref, tuple(entries), (("status", goal.status),))


def _step(part: str, step: StepView) -> Entry:
    return Entry(part, step.line, step.done_at, step.done_by)


def _planned(entry: Entry) -> list[str]:
    # Without its part, and sorted: a step that is done sinks in the list, and is the same plan.
    return [entry.line.ref, digest(entry.line.wording)]


def _digest(content: list[Any]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def to_text(section: Section) -> str:
    """The section as text to store."""
    plain = asdict(section)
    for entry in plain["entries"]:
        del entry["line"]["change"]  # what it said before belongs to its history
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, default=_iso)


def _iso(value: date) -> str:
    return value.isoformat()  # a moment's own, with its time


def from_text(text: str) -> Section:
    """A stored section."""
    plain = json.loads(text)
    entries = tuple(_entry(entry) for entry in plain["entries"])
    facts = tuple((name, value) for name, value in plain["facts"])
    return Section(plain["kind"], plain["line"], entries, facts)


def _entry(plain: dict[str, Any]) -> Entry:
    return Entry(plain["part"], _line(plain["line"]), _at(plain["done_at"]), plain["done_by"])


def _line(plain: dict[str, Any]) -> LineView:
    wording = dict(plain["wording"])
    due = wording.pop("due_on")
    whole = Wording(**wording, due_on=date.fromisoformat(due) if due else None)
    times = {name: _at(plain[name]) for name in ("written_at", "created_at", "shared_at")}
    said = {name: _stance(plain[name]) for name in ("participant", "coach")}
    rest = {name: plain[name] for name in ("ref", "number", "author")}
    return LineView(**{**rest, "wording": whole, **times, **said})


def _stance(plain: dict[str, Any] | None) -> StanceView | None:
    return StanceView(**{**plain, "at": _at(plain["at"])}) if plain else None


def _at(text: str | None) -> Any:
    return datetime.fromisoformat(text) if text else None
