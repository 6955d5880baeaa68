"""The coach's forms about activities and work training."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired, Optional

from webapp.domain.activities.facts import LONGEST
from webapp.domain.training.rules import LONGEST_SUPPORT, LONGEST_TASK
from webapp.kit.forms import PROBLEMS, Choice, Day, Form, at_most

REQUIRED = InputRequired(PROBLEMS["empty"])
PROTECTED = _l("This person has a protected identity. Leave this empty: it tells where they are.")
FAR = _l("That day is too far away. Look at the year.")


def _line(label: Any, name: str) -> StringField:
    return StringField(label, validators=[Optional(), at_most(LONGEST[name])])


class ActivityForm(Form):
    """What goes on, in which lane, where, with whom, and between which days."""

    lane = Choice(
        _l("What is it about?"),
        choices=[
            ("find", _l("Finding a job")),
            ("get", _l("Getting a job")),
            ("keep", _l("Keeping a job")),
            ("training", _l("Work training")),
            ("health", _l("Health")),
            ("studies", _l("Studies")),
        ],
    )
    title = StringField(_l("What is it called?"), validators=[REQUIRED, at_most(LONGEST["title"])])
    organisation = _line(_l("Where? A workplace, a school or a clinic"), "organisation")
    contact_name = _line(_l("Contact person there"), "contact_name")
    contact_phone = _line(_l("The contact person's phone"), "contact_phone")
    started_on = Day(_l("First day"), validators=[REQUIRED])
    ended_on = Day(_l("Last day. Leave it empty while it goes on."), validators=[Optional()])
    problems: ClassVar = {
        "organisation.protected": PROTECTED,
        "contact_name.protected": PROTECTED,
        "contact_phone.protected": PROTECTED,
        "started_on.far": FAR,
        "ended_on.far": FAR,
        "ended_on.before": _l("The last day is before the first day."),
        "title.many": _l("There are very many activities. Change one of them instead."),
    }


class TaskForm(Form):
    """A task of the place."""

    title = StringField(_l("What is there to do?"), validators=[REQUIRED, at_most(LONGEST_TASK)])
    problems: ClassVar = {
        "title.many": _l("There are very many tasks already. Take one away first."),
    }


class SupportForm(Form):
    """One line of the support card: what, from whom, and how to reach them."""

    what = StringField(_l("What support?"), validators=[REQUIRED, at_most(LONGEST_SUPPORT["what"])])
    from_whom = StringField(
        _l("From whom?"), validators=[REQUIRED, at_most(LONGEST_SUPPORT["from_whom"])]
    )
    contact = StringField(
        _l("How to reach them: a phone number or a place"),
        validators=[Optional(), at_most(LONGEST_SUPPORT["contact"])],
    )
    problems: ClassVar = {
        "what.many": _l("There are very many lines already. Take one away first."),
    }
