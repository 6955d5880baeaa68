"""The form about how it goes. Its questions and answers stand in the instrument."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l

from webapp.coach.forms import REQUIRED
from webapp.domain.instruments.load import instrument
from webapp.kit.forms import Choice, Day, Form
from webapp.kit.languages import say


def from_instrument(field: Any, item_id: str) -> None:
    """Gives a field the question and the answers of an instrument, in the reader's language."""
    item = instrument(item_id.split("-", maxsplit=1)[0]).item(item_id)
    field.label.text = say(item.wording)
    field.description = say(item.help) if item.help else ""
    if item.scale:
        field.offer([(each.code, say(each.wording)) for each in item.scale.options])


class OutcomeForm(Form):
    """What the participant does at one moment. ``exit_reason`` belongs to the exit only."""

    status = Choice("")
    exit_reason = Choice("")
    happened_on = Day(_l("Day"), validators=[REQUIRED])
    problems: ClassVar = {
        "exit_reason.empty": _l("Choose why the person leaves."),
        "happened_on.future": _l("That day has not come yet. Choose today or an earlier day."),
        "happened_on.no_exit": _l("Register first that the person has left."),
        "happened_on.too_early": _l("That day is before what is registered earlier."),
        "happened_on.too_late": _l("That day is after what is registered later."),
    }

    def __init__(self, moment: str, **kwargs: Any) -> None:
        """The form for one moment: start, exit, months_6 or months_12."""
        super().__init__(**kwargs)
        self.status.id = "new-status"  # every page has a line called status
        from_instrument(self.status, "UTFA-01")
        from_instrument(self.exit_reason, "UTFA-02")
        if moment != "exit":
            del self.exit_reason
