"""The forms about what I have done, and about what my coach has written."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Optional

from webapp.domain.agreement.rules import LONGEST_REASON
from webapp.domain.instruments.load import instrument
from webapp.domain.outcomes.rules import LONGEST_STEP
from webapp.kit import languages
from webapp.kit.forms import Choice, Day, Form, at_most
from webapp.participant.forms import ShareableForm, who_sees


class OwnStepEditForm(Form):
    """Something the participant has done, and when."""

    text = TextAreaField(_l("What have you done?"), validators=[at_most(LONGEST_STEP)])
    happened_on = Day(_l("When was it?"), validators=[Optional()])
    problems: ClassVar = {
        "text.empty": _l("Write a few words about what you did."),
        "happened_on.future": _l("That day has not come yet. Choose today or an earlier day."),
        "happened_on.too_early": _l("That day is very long ago. Choose a later day."),
    }


class OwnStepForm(ShareableForm, OwnStepEditForm):
    """The same, and who sees it."""

    who = who_sees(_l("Who can see the step?"))


class OutcomeForm(Form):
    """Whether it is right, what the coach has written. The words stand in the instrument."""

    value = Choice("")
    reason = TextAreaField("", validators=[at_most(LONGEST_REASON)])
    problems: ClassVar = {
        "reason.empty": _l("Write a few words about why, so that your coach understands.")
    }

    def __init__(self, **kwargs: Any) -> None:
        """Takes question and answers from the instrument, in the reader's language."""
        super().__init__(**kwargs)
        right, why_not = (instrument("UTFA").item(item) for item in ("UTFA-03", "UTFA-04"))
        options = right.scale.options if right.scale else ()
        self.value.offer([(each.code, languages.say(each.wording)) for each in options])
        self.value.label.text = languages.say(right.wording)
        self.reason.label.text = languages.say(why_not.wording)
