"""What the coach reads of somebody's own path: only what is shared, and what is new in it."""

from dataclasses import dataclass
from datetime import datetime

from webapp.domain.instruments.definitions import Item
from webapp.domain.profile import summary
from webapp.domain.profile.rules import EntryView, SharedPath, sections


@dataclass(frozen=True)
class PathSummary:
    """The shared path as it stands now. ``since`` is when the two last met."""

    shared: SharedPath
    since: datetime
    now: datetime

    @property
    def drives(self) -> list[EntryView]:
        """What drives the person."""
        return summary.of_kind(self.shared.entries, "drive")

    @property
    def waiting(self) -> list[EntryView]:
        """Questions without an answer, oldest first."""
        return summary.waiting(self.shared.entries)

    @property
    def answered(self) -> list[EntryView]:
        """Questions with their answers, newest question first."""
        asked = summary.of_kind(self.shared.entries, "question")
        return [entry for entry in reversed(asked) if entry.answered]

    @property
    def big_goal(self) -> EntryView | None:
        """The big goal, if it is shared."""
        return summary.big_goal(self.shared.entries)

    @property
    def tries(self) -> list[EntryView]:
        """Things the person wants to try, or has tried."""
        return summary.of_kind(self.shared.entries, "try")

    @property
    def sections(self) -> list[tuple[Item, EntryView]]:
        """The shared sections of the job profile, in the order of the profile."""
        found = summary.by_part(self.shared.entries)
        return [(item, found[item.id]) for item in sections() if item.id in found]

    @property
    def changed(self) -> list[Item]:
        """The sections that are new or changed since the two met."""
        new = summary.changed(self.shared.entries, self.since)
        parts = {entry.words.part for entry in new if entry.kind == "section"}
        return [item for item in sections() if item.id in parts]

    @property
    def new_goal(self) -> bool:
        """The big goal is new or changed since the two met."""
        goal = self.big_goal
        return goal is not None and goal.known_at > self.since

    def days(self, entry: EntryView) -> int:
        """For how many days a question has waited."""
        return summary.days_waited(entry, self.now)

    def is_new(self, entry: EntryView) -> bool:
        """The coach could not read it in these words when the two last met."""
        return entry.known_at > self.since
