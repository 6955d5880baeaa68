"""The forms about my meetings: another time, who comes, an interpreter."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from webapp.domain.meetings.booking_checks import (
    LONGEST_GUEST,
    LONGEST_LANGUAGE,
    LONGEST_WORDS,
)
from webapp.domain.meetings.booking_rules import InterpreterView, Tongue
from webapp.kit.forms import Choice, Form, Menu, at_most
from webapp.kit.tongues import TongueForm

WAYS = (
    # Translators: how the interpreter takes part in a meeting.
    ("any", _l("It does not matter")),
    ("room", _l("In the room")),
    ("phone", _l("By phone")),
)


class SeenForm(Form):
    """One button: I have seen how the meeting stands. ``value`` is what stood on the page."""

    value = HiddenField()

    @property
    def number(self) -> int:
        """What was seen; 0 for what is no number."""
        sent = str(self.value.data or "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 6 else 0


class AskForm(Form):
    """Another time, or "I cannot come". ``seen`` is the number of moves that stood on the page."""

    kind = Choice(
        _l("What do you want to say?"),
        choices=[
            ("move", _l("I want another time")),
            ("cannot", _l("I cannot come")),
        ],
    )
    text = TextAreaField(
        _l("Do you want to say more? You can leave this empty."),
        validators=[Optional(), at_most(LONGEST_WORDS)],
    )
    seen = IntegerField(widget=HiddenInput(), validators=[Optional()])
    problems: ClassVar = {
        "kind.empty": _l("Choose one of the two."),
        "text.open": _l("You have asked already. Your coach has not answered yet."),
        "text.many": _l("You have asked many times about this meeting. Please call your coach."),
        "text.conflict": _l(
            "Your coach moved the meeting while you wrote. Look at the new time first."
            " Your words are still here."
        ),
    }


class BringForm(Form):
    """Somebody the participant wants along. A name is not needed."""

    relation = Choice(
        _l("Who do you want to bring?"),
        choices=[
            ("family", _l("Somebody in my family")),
            ("friend", _l("A friend")),
            ("organisation", _l("Somebody from an organisation or a workplace")),
            ("other", _l("Somebody else")),
        ],
    )
    name = StringField(
        _l("Who is it? You can leave this empty."),
        validators=[Optional(), at_most(LONGEST_GUEST["name"])],
    )
    problems: ClassVar = {
        "relation.empty": _l("Choose who it is."),
        "name.many": _l("There are very many people at this meeting. Take one away first."),
        "name.protected": _l("Leave this empty. No name is stored here, to keep you safe."),
    }


class GuestForm(Form):
    """Yes or no to somebody whom staff have named."""

    says = Choice(
        _l("May this person come?"),
        choices=[("yes", _l("Yes")), ("no", _l("No"))],
    )
    reason = TextAreaField(
        _l("Do you want to say why? You can leave this empty."),
        validators=[Optional(), at_most(LONGEST_WORDS)],
    )
    problems: ClassVar = {"says.empty": _l("Choose yes or no.")}


class InterpreterForm(TongueForm):
    """An interpreter or none, in which language, and how."""

    wanted = Choice(
        _l("Do you want an interpreter?"),
        choices=[("yes", _l("Yes")), ("no", _l("No"))],
    )
    language = Menu(_l("Which language?"))
    other = StringField(
        _l("Another language or dialect. You can leave this empty."),
        validators=[Optional(), at_most(LONGEST_LANGUAGE)],
    )
    who = Choice(
        _l("Who do you want?"),
        choices=[
            ("any", _l("It does not matter")),
            ("woman", _l("A woman")),
            ("man", _l("A man")),
        ],
        default="any",
    )
    way = Choice(_l("How do you want to talk?"), choices=WAYS, default="any")
    problems: ClassVar = {"language.empty": _l("Choose a language, or write one below.")}

    @property
    def tongue(self) -> Tongue:
        """The language and how, as the form has it."""
        return Tongue(*self.chosen, self.way.data, self.who.data)

    def show(self, view: InterpreterView, own: str) -> None:
        """Fills in what was wished before, or the participant's ``own`` language."""
        if not self.untouched:
            return
        self.language.data = own
        if view.wanted is not None:
            self.wanted.data = "yes" if view.wanted else "no"
            self.fill(view.wished, own)
            self.who.data, self.way.data = view.wished.who, view.wished.way
