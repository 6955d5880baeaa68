"""The form for what own words mean in Swedish."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField

from webapp.domain.meaning.rules import LONGEST_MEANING
from webapp.kit.forms import Choice, Form, at_most


class MeaningForm(Form):
    """What it means, and who says so. ``seen`` is the digest of the words that were read."""

    # Translators: what the participant's own words mean, in Swedish.
    text = TextAreaField(_l("What it means in Swedish"), validators=[at_most(LONGEST_MEANING)])
    source = Choice(
        _l("Who says so?"),
        choices=[
            ("coach", _l("I understand the language, or we worked it out together")),
            ("interpreter", _l("An interpreter said it")),
        ],
        default="coach",
    )
    seen = HiddenField()
    problems: ClassVar = {
        "text.empty": _l("Write what it means in Swedish."),
        "text.conflict": _l(
            "The words were changed while you wrote. Read the new words above, then save again."
        ),
    }
