"""The living plan beside the newest frozen one: is it still what was agreed?"""

from dataclasses import dataclass

from webapp.domain.plan.document import PlanDocument
from webapp.domain.plan.reading import PlanView


@dataclass(frozen=True)
class PlanNow:
    """The plan as it stands, and the newest frozen one, if there is any.

    ``whole`` says that the document holds all of it, and not its texts alone.
    """

    document: PlanDocument
    latest: PlanView | None
    whole: bool = False

    @property
    def changed(self) -> bool:
        """Whether something else is planned now than in the newest frozen plan."""
        return self.latest is not None and self.latest.substance != self.document.substance

    @property
    def can_be_proposed(self) -> bool:
        """Whether there is something to freeze that has not been frozen yet."""
        if self.latest is None:
            return bool(self.document.of("goal") or self.document.of("text"))
        around = self.whole and self.latest.facts != self.document.around
        return self.changed or around
