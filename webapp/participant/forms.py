"""The forms of the participant's door."""

from typing import Any, ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    HiddenField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional

from webapp.domain.agreement.rules import LONGEST_REASON, LONGEST_TEXT, LineView
from webapp.domain.meetings.rules import LONGEST_WISH
from webapp.domain.people.service import Contact
from webapp.kit import languages
from webapp.kit.forms import Choice, Day, Form, Menu, at_most

OWN_WORDS = "own"
CONFLICT = _l("Your coach changed the text before you. Read it and try again.")
# Translators: who can read a goal. "Only me" and "Me and my coach" are the names of the choices.
ONLY_ME = _l("Only me")
ME_AND_COACH = _l("Me and my coach")
JUST_ME = ("me", ONLY_ME, {"description": _l("Nobody else can open it.")})


def who_sees(label: Any) -> Any:
    """A field in which the person chooses between "Me and my coach" and "Only me"."""
    reads = ("coach", ME_AND_COACH, {"description": _l("Your coach reads it before you meet.")})
    return Choice(label, choices=[reads, JUST_ME])


class ShareableForm(Form):
    """What is mine alone, or for my coach too. Each form gives ``who`` a label of its own."""

    who: Any

    @property
    def shared(self) -> bool:
        """Whether the coach may read it."""
        return bool(self.who.data == "coach")

    def name_reader(self, coach: Contact | None) -> None:
        """Says who will read it, by name, before anything is written."""
        if coach is not None:
            words = gettext("%(name)s reads it before you meet.", name=coach.name)
            self.who.offer([("coach", ME_AND_COACH, {"description": words}), JUST_ME])


class GoalForm(ShareableForm):
    """A goal from a picture card or in own words, and who sees it."""

    text = TextAreaField(
        _l("Say it with your own words"), validators=[Optional(), at_most(LONGEST_TEXT)]
    )
    who = who_sees(_l("Who can see the goal?"))
    problems: ClassVar = {
        "text.many": _l("You have very many goals. Finish or drop one first."),
        "text.empty": _l("Write what you want, or go back and choose a picture."),
    }


class TextForm(Form):
    """Another text for a goal. ``seen`` is the version that was on the page."""

    text = TextAreaField(_l("What do you want?"), validators=[at_most(LONGEST_TEXT)])
    seen = HiddenField()
    problems: ClassVar = {
        "text.conflict": _l("Your coach changed the text before you. Read it and try again.")
    }


class StepForm(Form):
    """A step: what, who does it and by when."""

    text = TextAreaField(_l("What will happen?"), validators=[at_most(LONGEST_TEXT)])
    doer = Choice(
        _l("Who does it?"),
        choices=[
            ("participant", _l("I do it")),
            ("together", _l("My coach and I do it together")),
            ("coach", _l("My coach does it")),
            ("other", _l("Somebody else does it")),
        ],
    )
    doer_name = StringField(_l("Who is that?"), validators=[at_most(80)])
    due_on = Day(_l("By when? You can leave this empty."), validators=[Optional()])
    seen = HiddenField()
    card = HiddenField()
    problems: ClassVar = {
        "doer_name.empty": _l("Write who does it, for example a person or a place."),
        "due_on.far": _l("That day is too far away. Choose a day within five years."),
        "due_on.past": _l("That day has been. Choose today or a later day."),
        "text.many": _l("There are very many steps. Take one away first."),
        "text.conflict": CONFLICT,
    }


class AnswerForm(Form):
    """Yes, yes but, or no because, to one version of a text."""

    value = Choice(
        _l("What do you say?"),
        choices=[
            ("yes", _l("Yes")),
            ("yes_but", _l("Yes, but …")),
            ("no", _l("No, because …")),
        ],
    )
    reason = TextAreaField(_l("Say why, in your own words"), validators=[at_most(LONGEST_REASON)])
    seen = HiddenField()
    problems: ClassVar = {
        "reason.empty": _l("Write a few words about why, so that your coach understands.")
    }


class WishForm(Form):
    """What to talk about next time."""

    text = TextAreaField(_l("What do you want to talk about?"), validators=[at_most(LONGEST_WISH)])
    problems: ClassVar = {"text.many": _l("You have written very much. Take something away first.")}


class DecisionForm(Form):
    """What was decided at a meeting. ``seen`` is the version that was on the page, if any."""

    text = TextAreaField(_l("What did you decide?"), validators=[at_most(LONGEST_TEXT)])
    seen = HiddenField()
    problems: ClassVar = {
        "text.many": _l("Very much is written for this meeting. Take something away first."),
        "text.over": _l("You have met again since. Write it at the newer meeting."),
        "text.conflict": CONFLICT,
    }


class WritesForm(Form):
    """The language in which the person writes."""

    tag = Menu(_l("Which language do you write in?"), choices=languages.written())


class TapForm(Form):
    """One button that does one thing."""

    value = HiddenField()


def filled(form: Any, **values: Any) -> Any:
    """A form whose fields have these values, unless the person has typed others."""
    for name, value in values.items():
        field = form[name]
        if field.raw_data is None and not field.data:
            field.data = value
    return form


def now_sees(form: Any, line: LineView) -> bool:
    """From now on the form is about the text as it stands. True when it was about an older one."""
    moved = form.seen.data != line.seen
    form.seen.raw_data, form.seen.data = None, line.seen
    return bool(moved)
