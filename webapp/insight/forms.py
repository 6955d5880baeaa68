"""The forms of the project's door."""

from typing import ClassVar, Self

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Optional

from webapp.domain.projects.rules import Setting
from webapp.kit.forms import Choice, Day, Form

TOO_FAR = _l("That day is too far away. Choose a day within ten years.")


class SwitchForm(Form):
    """Whether an instrument is asked, from which day and until which."""

    state = Choice(
        _l("Are these questions asked in the project?"),
        choices=[
            ("on", _l("Yes, they are asked"), {"description": _l("On the days below.")}),
            (
                "off",
                _l("No, they are switched off"),
                {"description": _l("Nobody is asked. Answers that are stored stay stored.")},
            ),
        ],
    )
    from_on = Day(_l("First day. You can leave this empty."), validators=[Optional()])
    until_on = Day(_l("Last day. You can leave this empty."), validators=[Optional()])
    problems: ClassVar = {
        "from_on.far": TOO_FAR,
        "until_on.far": TOO_FAR,
        "until_on.before": _l("The last day is before the first day. Choose a later last day."),
    }

    @classmethod
    def of(cls, setting: Setting) -> Self:
        """The form as it looks for this choice."""
        return cls(
            data={
                "state": "on" if setting.is_on else "off",
                "from_on": setting.from_on,
                "until_on": setting.until_on,
            }
        )

    @property
    def setting(self) -> Setting:
        """What was chosen."""
        return Setting(self.state.data == "on", self.from_on.data, self.until_on.data)


class PreviewForm(Form):
    """The field in which a participant writes own words, to be looked at only."""

    text = TextAreaField(_l("Write with your own words"))
