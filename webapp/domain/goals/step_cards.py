"""The picture cards for steps: an icon each, and who most often does it. Words stand in the web.

A card says what is done and not who does it: a step has a field of its own for that.
"""

from dataclasses import dataclass

from webapp.domain.goals.rules import Doer


@dataclass(frozen=True)
class StepCard:
    """One card: its lasting id, the name of its icon, and who does it unless they say."""

    id: str
    icon: str
    doer: Doer = "participant"


STEP_CARDS: tuple[StepCard, ...] = (
    StepCard("step-call", "phone"),
    StepCard("step-visit", "map-pin", "together"),
    StepCard("step-form", "file-pen", "together"),
    StepCard("step-health", "calendar-plus"),
    StepCard("step-cv", "file-text", "together"),
    StepCard("step-apply-job", "send"),
    StepCard("step-ask-around", "users"),
    StepCard("step-try-day", "footprints"),
    StepCard("step-apply-course", "graduation-cap"),
    StepCard("step-language-cafe", "message-circle"),
    StepCard("step-words", "book-open"),
    StepCard("step-interpreter", "languages", "coach"),
    StepCard("step-papers", "folder-open"),
    StepCard("step-computer", "laptop"),
    StepCard("step-money", "wallet", "together"),
    StepCard("step-walk", "sun"),
)
STEP_CARD_IDS = frozenset(card.id for card in STEP_CARDS)
