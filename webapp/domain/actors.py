"""Who does something: a participant or a member of staff."""

from dataclasses import dataclass
from typing import Literal

from webapp.domain.errors import NotFound

Party = Literal["participant", "coach"]


@dataclass(frozen=True)
class Actor:
    """The one who acts. ``id`` is the row's number and never leaves the server."""

    kind: Literal["participant", "staff"]
    id: int

    @property
    def participant_id(self) -> int:
        """The acting participant's own number. Raises ``NotFound`` for staff, who number apart."""
        if self.kind != "participant":
            raise NotFound
        return self.id

    @property
    def party(self) -> Party:
        """The side of an agreement that this actor speaks for, and no other."""
        return "participant" if self.kind == "participant" else "coach"
