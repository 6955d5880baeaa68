"""The whole plan as a document: sections of what both could read, frozen as text and read again.

What goes into it is decided by ``coordination/document.py``; here it is kept and compared. To add a
kind of section: make it there, and give it a block in ``templates/shared/plan_document.html``. What
is frozen already is never changed, so a section that is written in another way needs another
``FORMAT`` and a reader for the old one.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from webapp.domain.actors import Party
from webapp.domain.agreement.rules import LineView, StanceView, Wording, digest
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
    """One section: lines that both could read, and facts, which are short words by name.

    Staff read it while all that it names is shared: ``line`` and ``goal`` are lines, and ``entry``
    stands on the person's own page.
    """

    kind: str
    line: str | None
    entries: tuple[Entry, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    goal: str | None = None
    entry: str | None = None

    def part(self, name: str) -> tuple[Entry, ...]:
        """The entries of this part, in order."""
        return tuple(entry for entry in self.entries if entry.part == name)

    def fact(self, name: str) -> str:
        """The fact of this name, or nothing."""
        return dict(self.facts).get(name, "")

    def day(self, name: str) -> date | None:
        """The day in this fact, or None."""
        return date.fromisoformat(self.fact(name)) if self.fact(name) else None


LINES = ("goal", "text")  # the kinds in which something is planned
KNOWN = ("owner", "drive", "activity", "contact", "follow_up", "consent", "consent_goal")
OF_THE_DAY = ("state",)  # facts that the calendar alone changes
PLACES = {
    "activity": ("organisation", "contact_name", "contact_phone"),
    "contact": ("name", "role", "reach"),
    "follow_up": ("caller",),
}


@dataclass(frozen=True)
class PlanDocument:
    """The whole plan as it stood at one moment."""

    sections: tuple[Section, ...]
    format: int = FORMAT

    def of(self, kind: str, **facts: str) -> tuple[Section, ...]:
        """The sections of this kind with these facts, in order."""
        return tuple(
            each
            for each in self.sections
            if each.kind == kind and all(each.fact(name) == said for name, said in facts.items())
        )

    @property
    def substance(self) -> str:
        """A fingerprint of the texts: not of answers, nor of what has been done since."""
        return _digest(
            [
                [each.kind, each.line, list(each.facts), sorted(map(_planned, each.entries))]
                for each in self.sections
                if each.kind in LINES and each.fact("part") != "result"
            ]
        )

    @property
    def around(self) -> str:
        """A fingerprint of what stands around the texts, in any order."""
        known = [each for each in self.sections if each.kind in KNOWN]
        return _digest(sorted([each.kind, each.line or "", *_steady(each)] for each in known))

    @property
    def seen(self) -> str:
        """A fingerprint of what somebody who says yes to it has read."""
        return _digest([self.substance, self.around])

    @property
    def digest(self) -> str:
        """A fingerprint of every word of it."""
        return _digest([to_text(section) for section in self.sections])

    def without_places(self) -> "PlanDocument":
        """The document for somebody whose identity is protected by now."""
        return PlanDocument(tuple(_unplaced(each) for each in self.sections), self.format)


def goal_sections(goals: tuple[GoalView, ...]) -> tuple[Section, ...]:
    """The goals of the plan with their steps. Drafts among them are left out."""
    return tuple(_goal(each) for each in plan_of(goals).goals)


def _steady(section: Section) -> list[str]:
    return [f"{name}:{said}" for name, said in section.facts if name not in OF_THE_DAY]


def _unplaced(section: Section) -> Section:
    hidden = PLACES.get(section.kind, ())
    return replace(section, facts=tuple(each for each in section.facts if each[0] not in hidden))


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
    return Section(
        plain["kind"], plain["line"], entries, facts, plain.get("goal"), plain.get("entry")
    )


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
