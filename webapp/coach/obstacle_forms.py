"""The forms about obstacles. Their questions and answers stand in the instrument."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Optional

from webapp.coach.outcome_forms import from_instrument
from webapp.domain.obstacles.reading import Colleague
from webapp.domain.obstacles.rules import LONGEST_COMMENT, LONGEST_TEXT
from webapp.kit.forms import Choice, Form, Menu, Number, at_most

NO_NAMES: dict[str, Any] = {
    "number": _l("This looks like a personal number. Write nothing that shows who somebody is."),
    "email": _l("This looks like an e-mail address. Write nothing that shows who somebody is."),
    "phone": _l("This looks like a phone number. Write nothing that shows who somebody is."),
    "name": _l("This is the name of one of your people. Write what happened without any name."),
}


class ObstacleChangeForm(Form):
    """What has become of an obstacle, who owns it now, and how many days it has cost."""

    status = Choice("")
    days_lost = Number("", validators=[Optional()])
    owner = Menu(_l("Who sees to it?"))
    comment = TextAreaField(_l("Comment"), validators=[at_most(LONGEST_COMMENT)])
    problems: ClassVar = {
        "days_lost.unknown": _l("Write a number of days from 0 to 999."),
        **{f"comment.{reason}": words for reason, words in NO_NAMES.items()},
    }

    def __init__(self, colleagues: tuple[Colleague, ...], **kwargs: Any) -> None:
        """``colleagues`` are those who can own it."""
        super().__init__(**kwargs)
        self.status.id = "new-status"  # every page has a line called status
        from_instrument(self.status, "HIND-05")
        from_instrument(self.days_lost, "HIND-04")
        self.owner.offer([(each.ref, each.name) for each in colleagues])


class ObstacleForm(Form):
    """An obstacle or a golden grain. No names."""

    kind = Choice("")
    party = Choice("")
    type = Choice("")
    text = TextAreaField("", validators=[at_most(LONGEST_TEXT)])
    days_lost = Number("", validators=[Optional()])
    owner = Menu(_l("Who sees to it?"))
    problems: ClassVar = {
        "days_lost.unknown": _l("Write a number of days from 0 to 999."),
        **{f"text.{reason}": words for reason, words in NO_NAMES.items()},
    }

    def __init__(self, colleagues: tuple[Colleague, ...], **kwargs: Any) -> None:
        """``colleagues`` are those who can own it."""
        super().__init__(**kwargs)
        for field, item in (
            (self.kind, "HIND-01"), (self.party, "HIND-02"), (self.type, "HIND-03"),
            (self.days_lost, "HIND-04"), (self.text, "HIND-06"),
        ):  # fmt: skip
            from_instrument(field, item)
        self.owner.offer([(each.ref, each.name) for each in colleagues])
