"""The forms of the coach's door."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import AnyOf, InputRequired, Optional

from webapp.domain.agreement.rules import LONGEST_REASON, LONGEST_TEXT
from webapp.domain.meetings.rules import LONGEST_PLACE
from webapp.domain.people.rules import LONGEST_NAME
from webapp.domain.profile.rules import LONGEST_PERSON, Reply
from webapp.domain.profile.rules import LONGEST_TEXT as LONGEST_REPLY
from webapp.domain.texts import is_blank
from webapp.kit import languages
from webapp.kit.forms import PROBLEMS, Choice, Clock, Day, Form, at_most
from webapp.kit.languages import FIRST

SAYINGS = ("yes", "yes_but", "no", "done", "undone")
REQUIRED = InputRequired(PROBLEMS["empty"])


class Languages(SelectField):
    """The offered languages, each by its own name."""

    def __init__(self, label: Any = None, **kwargs: Any) -> None:
        """The choices are those of this installation."""
        choices = [SelectChoice(each.code, each.name) for each in languages.languages()]
        super().__init__(label, choices=choices, **kwargs)

    def pre_validate(self, form: Any) -> None:
        """Raises ``ValidationError`` in our own words for a language that is not offered."""
        if self.data not in [value for value, *_ in self.iter_choices()]:
            raise ValidationError(PROBLEMS["unknown"])


class MeetingForm(Form):
    """A day, a time and a place."""

    day = Day(_l("Day"), validators=[REQUIRED])
    clock = Clock(_l("Time"), validators=[REQUIRED])
    place = StringField(_l("Place"), validators=[Optional(), at_most(LONGEST_PLACE)])
    problems: ClassVar = {
        "day.past": _l("That time has been. Choose a later day or time."),
        "day.far": _l("That day is too far away. Choose a day within a year."),
        "clock.gap": _l("There is no such time that day: the clocks change. Choose another time."),
        "clock.empty": _l("Write the time of the meeting too, like 10:00."),
        "clock.taken": _l(
            "A meeting with this person is booked at this time already. Choose another time."
        ),
        "day.empty": _l("Choose the day of the meeting too."),
        "place.protected": _l(
            "This person has a protected identity. Leave this empty: it tells where they are."
        ),
    }


class InviteForm(MeetingForm):
    """A name or an alias, a language, and the next meeting if it is known."""

    name = StringField(_l("Name or alias"), validators=[REQUIRED, at_most(LONGEST_NAME)])
    protected = BooleanField(_l("Protected identity: only an alias is stored"))
    language = Languages(_l("Language"), default=FIRST)
    day = Day(_l("Day"), validators=[Optional()])
    clock = Clock(_l("Time"), validators=[Optional()])
    problems: ClassVar = {
        **MeetingForm.problems,
        "name.number": _l(
            "This looks like a personal identity number. Write only what the person wants to be"
            " called."
        ),
    }

    @property
    def has_meeting(self) -> bool:
        """Whether any part of a meeting is written. A place without a day is asked about."""
        place = self.place.data or ""
        return bool(self.day.data or self.clock.data or not is_blank(place))


class AnswerForm(Form):
    """What the coach says to one line, or that a step is done."""

    line = HiddenField()
    seen = HiddenField()
    value = HiddenField(validators=[AnyOf(SAYINGS, message=PROBLEMS["unknown"])])  # a button's
    reason = TextAreaField(_l("Your reason"), validators=[at_most(LONGEST_REASON)])
    problems: ClassVar = {
        "reason.empty": _l("Write a few words about why. The participant reads them."),
    }


class GoalForm(Form):
    """A goal that the coach suggests."""

    text = TextAreaField(
        _l("What could the goal be?"), validators=[REQUIRED, at_most(LONGEST_TEXT)]
    )
    problems: ClassVar = {
        "text.many": _l("There are very many goals already. Talk about them first.")
    }


class StepForm(Form):
    """A step: what, who does it and by when. ``seen`` is the version that was on the page."""

    text = TextAreaField(_l("What will happen?"), validators=[REQUIRED, at_most(LONGEST_TEXT)])
    doer = Choice(
        _l("Who does it?"),
        choices=[
            ("participant", _l("The participant does it")),
            ("coach", _l("I do it")),
            ("together", _l("We do it together")),
            ("other", _l("Somebody else does it")),
        ],
    )
    doer_name = StringField(_l("Who is that?"), validators=[at_most(80)])
    due_on = Day(_l("By when? You can leave this empty."), validators=[Optional()])
    seen = HiddenField()
    card = HiddenField()
    problems: ClassVar = {
        "doer_name.empty": _l("Write who does it, for example an authority or a workplace."),
        "due_on.far": _l("That day is too far away. Choose a day within five years."),
        "due_on.past": _l("That day has been. Choose today or a later day."),
        "text.many": _l("There are very many steps already. Talk about them first."),
        "text.conflict": _l(
            "The text was changed while you wrote. Read the new text below, then save again."
            " Your own words are still here."
        ),
    }


class ReplyForm(Form):
    """An answer to a question, or who gives it and by when."""

    text = TextAreaField(_l("Your answer"), validators=[Optional(), at_most(LONGEST_REPLY)])
    person = StringField(_l("Who answers?"), validators=[Optional(), at_most(LONGEST_PERSON)])
    due_on = Day(_l("By when?"), validators=[Optional()])
    seen = HiddenField()
    problems: ClassVar = {
        "text.empty": _l("Write an answer, or choose a day when it will come."),
        "text.conflict": _l(
            "The question was changed while you wrote. Read it again, then save."
            " Your own words are still here."
        ),
        "due_on.past": _l("That day has been. Choose today or a later day."),
        "due_on.far": _l("That day is too far away. Choose a day within two years."),
    }

    def show(self, said: Reply | None) -> None:
        """Fills in what was answered before, unless something else has been typed."""
        if said is not None and self.text.raw_data is None and not self.text.data:
            self.text.data, self.person.data = said.text, said.person
            self.due_on.data = said.due_on


class ReceiptForm(Form):
    """The code of a receipt, as it was read out or shown."""

    code = StringField(_l("The code"), validators=[REQUIRED, at_most(40)])
    problems: ClassVar = {
        "code.alike": _l(
            "A code never has 0 or O, 1, I or L, U or Z, because they look like others."
            " Look at the code once more."
        ),
        "code.length": _l("A code has six characters, like K7-42MX. Look at it once more."),
        "code.wrong": _l("One character is wrong, or two have changed places. Look once more."),
    }


class TapForm(Form):
    """One button that does one thing."""
