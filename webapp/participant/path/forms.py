"""The forms of "my path"."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Optional

from webapp.domain.profile.rules import (
    HORIZONS,
    LONGEST,
    LONGEST_PERSON,
    LONGEST_PLACE,
    LONGEST_TEXT,
    Words,
)
from webapp.kit import languages
from webapp.kit.forms import Choice, Day, Form, at_most
from webapp.participant.forms import ShareableForm, who_sees

FIELDS = ("text", "person", "how", "place", "due_on")
OWN_LANGUAGE = _l("You can write in your own language.")


class WordsForm(Form):
    """Words about oneself. ``helps`` explains fields."""

    helps: ClassVar[dict[str, Any]] = {"text": OWN_LANGUAGE}

    @property
    def shared(self) -> bool:
        """Whether the coach may read it."""
        return False

    def words(self, part: str | None = None) -> Words:
        """What was written."""
        said = {name: self[name].data for name in FIELDS if name in self and self[name].data}
        months = int(self["months"].data) if "months" in self else None
        return Words(
            **{"text": "", "lang": languages.own_words(), **said}, part=part, months=months
        )


class SharedForm(ShareableForm, WordsForm):
    """Words that are private or shared. The choice stands first, before anything is written."""

    who = who_sees(_l("Who can see this?"))


class DriveForm(SharedForm):
    """What drives me, in own words. Beside a picture they may be left out."""

    text = TextAreaField(
        _l("With your own words"), validators=[Optional(), at_most(LONGEST["drive"])]
    )
    problems: ClassVar = {
        "text.many": _l("You can have three. Take one away first."),
        "text.empty": _l("Write what drives you, or go back and choose a picture."),
    }


class QuestionForm(WordsForm):
    """Something I need to know. The coach always reads it."""

    text = TextAreaField(_l("What do you need to know?"), validators=[at_most(LONGEST_TEXT)])
    problems: ClassVar = {
        "text.many": _l("You have asked very many questions. Take one away first."),
        "text.answered": _l("This question has an answer. Ask a new question instead."),
    }

    @property
    def shared(self) -> bool:
        """A question is for the coach."""
        return True


class ContactForm(WordsForm):
    """Somebody who can help me. Nobody else can open it."""

    person = StringField(_l("Who is it?"), validators=[at_most(LONGEST_PERSON)])
    how = StringField(_l("How do you know this person?"), validators=[at_most(LONGEST_PLACE)])
    text = TextAreaField(
        _l("What can you ask this person?"), validators=[Optional(), at_most(LONGEST_TEXT)]
    )
    due_on = Day(
        _l("When will you be in touch? You can leave this empty."), validators=[Optional()]
    )
    helps: ClassVar[dict[str, Any]] = {
        "person": _l("A first name is enough. Nobody but you sees it."),
        "how": _l("For example: my neighbour, my teacher, my child's coach."),
        "text": _l("For example: Do you know of a job? How did you learn Swedish?"),
    }
    problems: ClassVar = {
        "person.empty": _l("Write who it is. It can be short."),
        "due_on.past": _l("That day has been. Choose today or a later day."),
        "due_on.far": _l("That day is too far away. Choose a day within two years."),
    }


class SectionForm(SharedForm):
    """One section of the job profile; its question stands in the instrument."""

    text = TextAreaField("", validators=[at_most(LONGEST["section"])])


class BigGoalForm(SharedForm):
    """A role in own words, where, and how far away."""

    text = TextAreaField(_l("What do you want?"), validators=[at_most(LONGEST["big_goal"])])
    place = StringField(
        _l("Where? You can leave this empty."), validators=[Optional(), at_most(LONGEST_PLACE)]
    )
    months = Choice(
        _l("When do you want to be there?"),
        # Translators: how far away the person's big goal is.
        choices=[
            (str(months), text)
            for months, text in zip(
                HORIZONS,
                (
                    _l("Within 6 months"),
                    _l("Within a year"),
                    _l("Within a year and a half"),
                    _l("Within 2 years"),
                ),
                strict=True,
            )
        ],
    )
    helps: ClassVar[dict[str, Any]] = {
        "text": OWN_LANGUAGE,
        "place": _l("For example: at a school, in a kitchen, in my own flat."),
    }


class UnknownForm(SharedForm):
    """I do not know yet: an answer as good as any other."""


class TryForm(SharedForm):
    """Something I want to try."""

    text = TextAreaField(_l("What do you want to try?"), validators=[at_most(LONGEST_TEXT)])
    helps: ClassVar[dict[str, Any]] = {
        "text": _l("One small thing, for example: visit a workplace, go to the library.")
    }


class TriedForm(Form):
    """How it was to try something."""

    outcome = TextAreaField(
        _l("How was it? You can leave this empty."), validators=[Optional(), at_most(LONGEST_TEXT)]
    )
    helps: ClassVar[dict[str, Any]] = {"outcome": _l("What was good? What was difficult?")}
