"""Opening somebody's record: through the gate, and noted in the person's own log."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from sqlalchemy.orm import Session

from webapp.domain.sharing.gate import OpenedRecord, open_record
from webapp.kit import meanings
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.signed_in import me

# What the log can say that a coach did. The participant's page has a sentence for each.
What = Literal[
    "page", "brief", "plan", "card", "ratings",
    "new_card", "meeting", "cancelled_meeting", "proposal", "edit", "answer", "step_done",
    "path", "reply",
    "moved_meeting", "kept_meeting", "meeting_guest", "interpreter",
    "outcome", "outcome_set",
    "activities", "activity", "training", "training_edit",
    "plan_frozen",
    "words", "meaning", "machine",
    "sharing",
    "receipt",
    "paper", "paper_made", "meeting_read", "decided",
    "whole", "plan_text", "plan_facts", "handing_over", "handed_over",
]  # fmt: skip


@contextmanager
def opened(ref: str, what: What) -> Iterator[tuple[Session, OpenedRecord]]:
    """A transaction and the record in it. What is done inside and the log line are stored together.

    Raises ``NotFound`` for a person whom this coach does not work with.
    """
    with writing() as db:
        record = open_record(db, staff_id=me().id, ref=ref, what=what, now=now())
        meanings.offer(
            participant_id=record.participant_id, address=f"/coach/{ref}/words", telling=True
        )
        yield db, record
