"""The forms of surveys: an answer, whether it carries a name, and a rest from questions."""

from datetime import date, timedelta
from typing import ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Optional

from webapp.domain.errors import Invalid
from webapp.domain.people.service import Contact
from webapp.domain.surveys.rules import LONGEST_TEXT, Task
from webapp.kit.forms import Choice, Day, Form, at_most
from webapp.participant.forms import ME_AND_COACH


class RatingForm(Form):
    """One answer to one question. The answers themselves stand in the instrument."""

    code = HiddenField()
    helped = HiddenField()
    text = TextAreaField(_l("Write with your own words"), validators=[at_most(LONGEST_TEXT)])
    problems: ClassVar = {
        "code.two": _l("Choose one answer only."),
        "code.empty": _l("Choose an answer. You can also choose that you do not want to answer."),
        "text.empty": _l("Write something, or choose that you do not want to answer."),
    }


class NamingForm(Form):
    """Who sees the answers, chosen before the first question."""

    named = Choice(
        _l("Who can see your answers?"),
        choices=[
            ("coach", ME_AND_COACH, {"description": _l("Your coach reads it before you meet.")}),
            ("statistics", _l("Only the statistics")),
        ],
    )
    problems: ClassVar = {
        "named.empty": _l("Choose who can see your answers."),
        "named.sent": _l("Your coach has your answers already. They cannot be taken back."),
    }

    def name_reader(self, coach: Contact | None, task: Task) -> None:
        """Says who will read the answers, and what happens to those without a name."""
        name = coach.name if coach else gettext("Your coach")
        reads = gettext("%(name)s sees your answers when you have sent them.", name=name)
        counted = gettext(
            "We count your answers together with many others. Nobody can see that they are yours,"
            " not even you after you have sent them."
        )
        self.named.offer(
            [
                ("coach", ME_AND_COACH, {"description": reads}),
                ("statistics", _l("Only the statistics"), {"description": counted}),
            ]
        )
        if self.named.data is None and task.named is not None:
            self.named.data = "coach" if task.named else "statistics"


class PauseForm(Form):
    """A rest from questions: for today, for longer, or until a day. ``none`` ends it."""

    value = HiddenField()
    until = Day(_l("Ask me nothing before this day"), validators=[Optional()])
    problems: ClassVar = {
        "until.empty": _l("Choose a day."),
        "until.past": _l("That day has been. Choose a later day."),
        "until.far": _l("That day is too far away. Choose a day within a year."),
    }
    LENGTHS: ClassVar = {"today": 1, "week": 7, "month": 30}

    def chosen(self, today: date) -> date | None:
        """The first day on which questions come again; None at once. Raises ``Invalid``."""
        if self.value.data == "none":
            return None
        if self.value.data in self.LENGTHS:
            return today + timedelta(days=self.LENGTHS[self.value.data])
        if self.until.data is None:
            raise Invalid("until", "empty")
        return self.until.data
