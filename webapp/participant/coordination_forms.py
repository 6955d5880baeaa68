"""The forms of the coordinated plan and of the handover."""

from typing import Any, ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectMultipleField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from webapp.domain.agreement.rules import LONGEST_TEXT
from webapp.domain.coordination.handed import LONGEST_LETTER
from webapp.domain.people.service import Contact
from webapp.kit.forms import PROBLEMS, Choice, Form, at_most
from webapp.participant.forms import CONFLICT, AnswerForm, ShareableForm, who_sees


class PlanTextForm(ShareableForm):
    """Own words in one part of the plan, and who sees them."""

    who = who_sees(_l("Who can see this?"))
    text = TextAreaField(_l("With your own words"), validators=[at_most(LONGEST_TEXT)])
    seen = HiddenField()
    problems: ClassVar = {
        "text.many": _l("You have written very much. Take something away first."),
        "text.exists": _l("You have written about this already. Open that text and change it."),
        "text.conflict": CONFLICT,
    }


class PlanAnswerForm(AnswerForm):
    """Yes, yes but, or no because, to what staff have written about me."""

    seen = HiddenField()
    problems: ClassVar = {**AnswerForm.problems, "reason.conflict": CONFLICT}


class LetterForm(Form):
    """What a coach should know about me, and which coach it is for."""

    text = TextAreaField(
        _l("What should your coach know about you?"), validators=[at_most(LONGEST_LETTER)]
    )
    reader = Choice(
        _l("Who is it for?"),
        choices=[
            ("next", _l("My next coach"), {"description": _l("Your coach now never sees it.")}),
            ("now", _l("The coach I have now")),
        ],
        default="next",
    )

    def name_reader(self, coach: Contact | None) -> None:
        """Says the name of the coach I have now."""
        if coach is not None:
            hidden = gettext("%(name)s, your coach now, never sees it.", name=coach.name)
            present = gettext("The coach I have now: %(name)s", name=coach.name)
            self.reader.offer(
                [("next", _l("My next coach"), {"description": hidden}), ("now", present)]
            )


class Ticks(SelectMultipleField):
    """Check boxes of which any number can be chosen."""

    widget = ListWidget()
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        """What is none of the choices is refused by the rules."""


class ApprovalForm(Form):
    """What goes on to the next coach. At first everything that is shared."""

    parts = Ticks(_l("What goes on to your next coach?"))
    seen = HiddenField()
    problems: ClassVar = {
        "parts.conflict": _l("Your text has changed. Read it again before you say yes."),
        "parts.unknown": PROBLEMS["unknown"],
    }
