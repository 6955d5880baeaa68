"""The forms about what was decided at a meeting."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import AnyOf

from webapp.coach.forms import REQUIRED, AnswerForm
from webapp.domain.agreement.rules import LONGEST_TEXT, VALUES
from webapp.kit.forms import PROBLEMS, Form, at_most


class DecisionForm(Form):
    """What was decided at a meeting. ``seen`` is the version that was on the page, if any."""

    text = TextAreaField(_l("What did you decide?"), validators=[REQUIRED, at_most(LONGEST_TEXT)])
    seen = HiddenField()
    problems: ClassVar = {
        "text.many": _l("Very much is written for this meeting. Take something away first."),
        "text.over": _l("You have met again since. Write it at the newer meeting."),
        "text.conflict": _l(
            "The text was changed while you wrote. Read the new text below, then save again."
            " Your own words are still here."
        ),
    }


class DecisionAnswerForm(AnswerForm):
    """What the coach says to what was decided. ``value`` is that of a button."""

    value = HiddenField(validators=[AnyOf(VALUES, message=PROBLEMS["unknown"])])
