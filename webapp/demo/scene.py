"""Where a story is told: the people in it, and what has been written so far."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from webapp.demo.script import Event, Story
from webapp.domain.actors import Actor
from webapp.domain.agreement.rules import Wording
from webapp.domain.sharing.gate import OpenedRecord

SWEDISH = "sv"


@dataclass
class Told:
    """A line that the story has a name for, as both have last seen it."""

    ref: str
    wording: Wording


@dataclass
class Scene:
    """One participant and one coach. ``lines`` are the goals and steps by the story's names."""

    session: Session
    story: Story
    secret: bytes
    pin_hash: str
    ref: str
    person: Actor
    coach: Actor
    started_on: date
    lines: dict[str, Told] = field(default_factory=dict)
    count: int = 0
    record: OpenedRecord | None = None

    def actor(self, event: Event) -> Actor:
        """The one who does it."""
        return self.coach if event.by_coach else self.person

    def lang(self, event: Event) -> str:
        """The language of what is written: coaches write Swedish, unless the event says more."""
        language: str = event.what.get("lang", SWEDISH if event.by_coach else self.story.own)
        return language

    def key(self) -> str:
        """An idempotency key that no other event of the demo has."""
        self.count += 1
        return f"demo-{self.ref}-{self.count}"

    def wording(self, event: Event, before: Wording | None = None) -> Wording:
        """What the event says, and for the rest what was said before.

        New words are not on the picture any more, as on the page where a goal is changed.
        """
        old = before or Wording("", "")
        kept = old.card if event.what.get("text", old.text) == old.text else None
        return Wording(
            text=event.what.get("text", old.text),
            lang=self.lang(event),
            card=event.what.get("card", kept),
            doer=event.what.get(
                "doer", old.doer or ("participant" if "to" in event.what else None)
            ),
            doer_name=event.what.get("doer_name", old.doer_name),
            due_on=event.what.get("due", old.due_on),
        )
