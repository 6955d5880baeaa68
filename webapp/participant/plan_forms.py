"""The forms about the whole plan."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from webapp.kit.forms import Form


class FreezeForm(Form):
    """ "This is our plan today". ``seen`` is the plan that was on the page."""

    seen = HiddenField()
    problems: ClassVar = {
        "seen.conflict": _l("The plan was changed just before you. Read it again, then send."),
        "plan.empty": _l("Your plan is empty. Share a goal with your coach first."),
    }
