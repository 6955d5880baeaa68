"""The forms of the common door."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from webapp.domain.codes import plain_digits
from webapp.domain.errors import Invalid
from webapp.domain.people import rules
from webapp.kit.forms import PROBLEMS, Choice, Form

REQUIRED = InputRequired(PROBLEMS["empty"])
PHONES = [
    (
        "own",
        _l("My own phone"),
        {"description": _l("Next time you only write your PIN.")},
    ),
    (
        "shared",
        _l("A phone or computer that others use"),
        {"description": _l("Nothing about you stays here when you leave.")},
    ),
]
# Translators: a PIN is a short secret number that the person chooses, like for a bank card.
PIN_LABEL = _l("Your PIN")
DIGITS = (lambda typed: plain_digits(typed or ""),)


class CodeForm(Form):
    """The code from a paper card."""

    code = StringField(
        _l("Write the code here"), validators=[REQUIRED, Length(max=40, message=PROBLEMS["long"])]
    )
    problems: ClassVar = {
        "code.unknown": _l("We do not know this code. Look at the card and write it again."),
    }


class PinForm(Form):
    """The PIN alone, on the person's own phone."""

    pin = PasswordField(PIN_LABEL, validators=[REQUIRED], filters=DIGITS)
    problems: ClassVar = {"pin.wrong": _l("That PIN is not right. Try again.")}


class EnterForm(PinForm):
    """Code and PIN, on any phone."""

    code = StringField(
        _l("The code on your card"),
        validators=[REQUIRED, Length(max=40, message=PROBLEMS["long"])],
    )
    phone = Choice(_l("Whose phone is this?"), choices=PHONES, default="shared")
    problems: ClassVar = {"pin.wrong": _l("The code or the PIN is not right. Try again.")}


class InvitationForm(Form):
    """A new PIN, and whose phone it is."""

    pin = PasswordField(_l("Choose a PIN"), validators=[REQUIRED], filters=DIGITS)
    phone = Choice(_l("Whose phone is this?"), choices=PHONES)
    problems: ClassVar = {
        "pin.digits": _l("Use digits only, 0 to 9."),
        "pin.short": _l("The PIN needs at least 4 digits."),
        "pin.long": _l("The PIN can have at most 8 digits."),
        "pin.easy": _l("That PIN is easy to guess. Choose another one."),
        "pin.again": _l("Please write the PIN once more."),
    }

    def validate(self, extra_validators: Any = None) -> bool:
        """All that is wrong at once. A PIN is never sent back, so it is asked for again."""
        fine = super().validate(extra_validators)
        problem = rules.pin_problem(self.pin.data) if self.pin.data else None
        if problem or (self.pin.data and not fine):
            self.refuse(Invalid("pin", problem or "again"))
        return fine and not problem


class StaffForm(Form):
    """E-mail address and password of a member of staff."""

    email = EmailField(_l("E-mail address"), validators=[REQUIRED])
    password = PasswordField(_l("Password"), validators=[REQUIRED])
    problems: ClassVar = {"password.wrong": _l("The e-mail address or the password is not right.")}
