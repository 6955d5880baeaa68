"""The form for what I meant."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Optional

from webapp.domain.meaning.rules import LONGEST_INSTEAD
from webapp.kit.forms import Form, at_most


class MeantForm(Form):
    """What I meant instead; it can be left empty. The answer is the button that was pressed.

    ``seen`` is the reference of the meaning that was read.
    """

    text = TextAreaField(
        _l("What did you mean?"), validators=[Optional(), at_most(LONGEST_INSTEAD)]
    )
    seen = HiddenField()
    problems: ClassVar = {
        "text.conflict": _l("Your coach has just written it in another way. Read it again."),
    }
