"""The forms of the coordinated plan and of handing over."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Optional

from webapp.coach.forms import REQUIRED
from webapp.domain.agreement.rules import LONGEST_TEXT
from webapp.domain.coordination.rules import LONGEST, ContactView
from webapp.domain.people.staff import Colleague
from webapp.kit.forms import Choice, Day, Form, Menu, at_most

PROTECTED = _l("Protected identity: leave this empty.")


class PlanTextForm(Form):
    """What staff write about the person. The person reads it at once."""

    text = TextAreaField(_l("Your words"), validators=[REQUIRED, at_most(LONGEST_TEXT)])
    seen = HiddenField()
    problems: ClassVar = {
        "text.many": _l("There are very many texts already. Take one away first."),
        "text.exists": _l("Something is written here already. Open that text and change it."),
        "text.conflict": _l(
            "The text was changed while you wrote. Read the new text, then save again."
            " Your own words are still here."
        ),
    }


class OwnerForm(Form):
    """Who has the overall responsibility for the plan."""

    owner = Menu(_l("Who is responsible for the whole plan?"))

    def offer(self, colleagues: tuple[Colleague, ...]) -> None:
        """Those who can be chosen."""
        self.owner.offer([(each.ref, f"{each.name}, {each.organisation}") for each in colleagues])


class ContactForm(Form):
    """Somebody to ask at an organisation."""

    organisation = StringField(_l("Organisation"), validators=[REQUIRED])
    name = StringField(_l("Name"), validators=[Optional()])
    role = StringField(_l("Role"), validators=[Optional()])
    reach = StringField(_l("Phone or e-mail"), validators=[Optional()])
    problems: ClassVar = {
        "organisation.many": _l("There are very many contacts. Take one away first."),
        **{f"{field}.protected": PROTECTED for field in ("name", "role", "reach")},
    }

    def said(self) -> ContactView:
        """What was written."""
        names = ("organisation", "name", "role", "reach")
        return ContactView("", *(self[name].data or "" for name in names))


class FollowUpForm(Form):
    """A day, and who calls to it."""

    day = Day(_l("Day"), validators=[REQUIRED])
    caller = StringField(_l("Who calls to it?"), validators=[at_most(LONGEST["caller"])])
    problems: ClassVar = {
        "day.past": _l("That day has been. Choose today or a later day."),
        "day.far": _l("That day is too far away. Choose a day within two years."),
        "day.many": _l("There are very many days. Take one away first."),
        "caller.protected": PROTECTED,
    }


class HandOverForm(Form):
    """The colleague who takes over."""

    to = Choice(_l("Who takes over?"))
    problems: ClassVar = {
        "to.empty": _l("Choose who takes over."),
        "to.unknown": _l("Choose who takes over."),
    }

    def offer(self, colleagues: tuple[Colleague, ...]) -> None:
        """The coaches who can be chosen."""
        self.to.offer([(each.ref, each.name) for each in colleagues])
