"""The coach's forms about the whole plan, and about other words for a goal."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import AnyOf

from webapp.coach.forms import REQUIRED
from webapp.domain.agreement.rules import LONGEST_REASON, LONGEST_TEXT, VALUES
from webapp.kit.forms import PROBLEMS, Form, at_most


class FreezeForm(Form):
    """ "This is our plan today". ``seen`` is the plan that was on the page."""

    seen = HiddenField()
    problems: ClassVar = {
        "seen.conflict": _l("The plan was changed just before you. Read it again, then send."),
        "plan.empty": _l("The plan is empty. There is no goal in it."),
    }


class PlanAnswerForm(Form):
    """What the coach says to a frozen plan. The value is a button's."""

    value = HiddenField(validators=[AnyOf(VALUES, message=PROBLEMS["unknown"])])
    reason = TextAreaField(_l("Your reason"), validators=[at_most(LONGEST_REASON)])
    problems: ClassVar = {
        "reason.empty": _l("Write a few words about why. The participant reads them."),
    }


class WordsForm(Form):
    """Other words for a goal. ``seen`` is the version that was on the page."""

    text = TextAreaField(
        _l("What could the goal say?"), validators=[REQUIRED, at_most(LONGEST_TEXT)]
    )
    seen = HiddenField()
    problems: ClassVar = {
        "text.conflict": _l(
            "The text was changed while you wrote. Read the new text below, then save again."
            " Your own words are still here."
        ),
    }
