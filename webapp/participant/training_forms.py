"""The participant's forms about work training."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

from webapp.domain.training.rules import LONGEST_REASON, LONGEST_TASK, TaskView
from webapp.kit.forms import Form, at_most
from webapp.participant.forms import ShareableForm, who_sees


class WeekForm(Form):
    """The tasks that I choose for this week: any number, also none."""

    tasks = SelectMultipleField(_l("Which tasks do you want to do this week?"), choices=[])

    def offer(self, tasks: tuple[TaskView, ...]) -> None:
        """The tasks to choose from."""
        self.tasks.choices = [SelectChoice(one.ref, one.title) for one in tasks]


class TaskForm(Form):
    """One task in own words."""

    title = StringField(_l("Write it in your own words"), validators=[at_most(LONGEST_TASK)])
    problems: ClassVar = {
        "title.empty": _l("Write what it is, for example: make coffee."),
        "title.many": _l("There are very many tasks. Take one away first."),
    }


class EnergyForm(Form):
    """One of five faces."""

    code = HiddenField()
    problems: ClassVar = {"code.unknown": _l("Choose one of the five faces.")}


class ReasonForm(ShareableForm):
    """Why I am here, and who reads it."""

    text = TextAreaField(_l("I am here because …"), validators=[at_most(LONGEST_REASON)])
    who = who_sees(_l("Who can see it?"))
    problems: ClassVar = {"text.empty": _l("Write a few words. You can change them later.")}
