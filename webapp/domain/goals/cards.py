"""The picture cards for goals: an area of life and an icon each. Their words stand in the web.

The areas follow the Boston model (living, learning, working, socialising) and add health,
economy and language, which people far from the labour market name first.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class GoalCard:
    """One card: its lasting id, its area and the name of its icon."""

    id: str
    area: str
    icon: str


CARDS: tuple[GoalCard, ...] = (
    GoalCard("kitchen", "working", "cooking-pot"),
    GoalCard("care", "working", "hand-heart"),
    GoalCard("shop", "working", "store"),
    GoalCard("workshop", "working", "wrench"),
    GoalCard("any-job", "working", "briefcase"),
    GoalCard("try-work", "working", "footprints"),
    GoalCard("speak-swedish", "language", "message-circle"),
    GoalCard("read-swedish", "language", "book-open"),
    GoalCard("school", "learning", "graduation-cap"),
    GoalCard("computer", "learning", "laptop"),
    GoalCard("driving-licence", "learning", "car"),
    GoalCard("own-home", "living", "house"),
    GoalCard("daily-routine", "living", "calendar-clock"),
    GoalCard("friends", "social", "users"),
    GoalCard("activity", "social", "music"),
    GoalCard("feel-better", "health", "heart"),
    GoalCard("sleep", "health", "moon"),
    GoalCard("more-energy", "health", "sun"),
    GoalCard("own-money", "economy", "wallet"),
    GoalCard("debts", "economy", "scale"),
    GoalCard("dont-know", "unknown", "circle-question-mark"),
)

CARD_IDS = frozenset(card.id for card in CARDS)
