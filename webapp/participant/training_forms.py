"""The participant's forms about work training."""

from typing import Any, ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

from webapp.domain.people.service import Contact
from webapp.domain.training.rules import LONGEST_REASON, LONGEST_TASK, TaskView
from webapp.kit.forms import Choice, Form
from webapp.participant.forms import JUST_ME, ME_AND_COACH, at_most


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


class ReasonForm(Form):
    """Why I am here, and who reads it."""

    text = TextAreaField(_l("I am here because …"), validators=[at_most(LONGEST_REASON)])
    who = Choice(
        _l("Who can see it?"),
        choices=[
            ("coach", ME_AND_COACH, {"description": _l("Your coach reads it before you meet.")}),
            JUST_ME,
        ],
    )
    problems: ClassVar = {"text.empty": _l("Write a few words. You can change them later.")}

    def name_reader(self, coach: Contact | None) -> None:
        """Says who will read it, by name, before anything is written."""
        if coach is not None:
            words = gettext("%(name)s reads it before you meet.", name=coach.name)
            reads: Any = ("coach", ME_AND_COACH, {"description": words})
            self.who.offer([reads, JUST_ME])
