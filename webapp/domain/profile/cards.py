"""The picture cards for what drives somebody, and the roles of a big goal. Words stand in the web.

Source: MIN-modellen asks what drives the person (to support oneself, a driving licence); the Boston
model asks in which role: living, learning, working or socialising.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class PathCard:
    """One card: its lasting id and the name of its icon."""

    id: str
    icon: str


DRIVES: tuple[PathCard, ...] = (
    PathCard("own-money", "wallet"),
    PathCard("children", "baby"),
    PathCard("driving-licence", "car"),
    PathCard("own-home", "house"),
    PathCard("feel-better", "heart"),
    PathCard("learn", "book-open"),
    PathCard("people", "users"),
    PathCard("help-others", "hand-heart"),
    PathCard("routine", "calendar-clock"),
    PathCard("respect", "star"),
    PathCard("foot-in-the-door", "door-open"),
    PathCard("make-things", "hammer"),
)
UNKNOWN = "unknown"
ROLES: tuple[PathCard, ...] = (
    PathCard("working", "briefcase"),
    PathCard("learning", "graduation-cap"),
    PathCard("living", "house"),
    PathCard("social", "users"),
    PathCard(UNKNOWN, "circle-question-mark"),
)
DRIVE_IDS = frozenset(card.id for card in DRIVES)
ROLE_IDS = frozenset(card.id for card in ROLES)
