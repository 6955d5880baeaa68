"""The coach's forms about one meeting: another time, an answer, who comes, the interpreter."""

from collections.abc import Iterable
from typing import ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from webapp.coach.forms import MeetingForm
from webapp.domain.meetings.booking_checks import (
    LONGEST_GUEST,
    LONGEST_LANGUAGE,
    LONGEST_WORDS,
)
from webapp.domain.meetings.booking_rules import Booked, InterpreterView, Tongue
from webapp.kit.clock import SWEDEN
from webapp.kit.forms import Choice, Form, Menu, at_most
from webapp.kit.tongues import TongueForm

MOVED_MEANWHILE = _l(
    "Somebody moved the meeting while you wrote. Look at the time above, then save again."
)


class MoveForm(MeetingForm):
    """Another day, time or place.

    ``seen`` is the number of moves that stood on the page, ``asked`` the question that did.
    """

    seen = IntegerField(widget=HiddenInput(), validators=[Optional()])
    asked = HiddenField()
    problems: ClassVar = {
        **MeetingForm.problems,
        "clock.same": _l("The meeting has this time and place already."),
        "day.conflict": MOVED_MEANWHILE,
    }

    def show(self, meeting: Booked, asked: str) -> None:
        """Fills in how the meeting stands, unless something else has been typed."""
        if self.day.raw_data is None and self.day.data is None:
            at = meeting.starts_at.astimezone(SWEDEN)
            self.day.data, self.clock.data = at.date(), at.time()
            self.place.data = meeting.place
        self.seen.raw_data, self.seen.data = None, meeting.moves
        self.asked.raw_data, self.asked.data = None, asked


class KeepForm(Form):
    """The time stays, and why or how. ``asked`` is the question that was on the page."""

    asked = HiddenField()
    reply = TextAreaField(_l("What do you answer?"), validators=[at_most(LONGEST_WORDS)])
    problems: ClassVar = {
        "reply.empty": _l("Write a few words. The participant reads them."),
        "reply.conflict": _l(
            "The question was changed while you wrote. Read it again, then save."
            " Your own words are still here."
        ),
    }


class GuestForm(Form):
    """Known staff from the list, or anybody else in words."""

    staff = Menu(_l("Somebody on the staff"))
    name = StringField(
        _l("Or somebody else"), validators=[Optional(), at_most(LONGEST_GUEST["name"])]
    )
    organisation = StringField(
        _l("Organisation"), validators=[Optional(), at_most(LONGEST_GUEST["organisation"])]
    )
    part = StringField(_l("Role"), validators=[Optional(), at_most(LONGEST_GUEST["part"])])
    problems: ClassVar = {
        "name.empty": _l("Choose somebody in the list, or write who it is."),
        "staff.empty": _l("Choose somebody in the list."),
        "name.many": _l("There are very many people at this meeting. Take one away first."),
        "name.protected": _l(
            "This person has a protected identity. Only somebody in the list can be named."
        ),
    }

    def offer(self, staff: Iterable[tuple[str, str, str]]) -> None:
        """Whom the list holds: everybody on the staff."""
        known = [(ref, f"{name}, {organisation}") for ref, name, organisation in staff]
        self.staff.offer([("", gettext("Nobody in the list")), *known])


class InterpreterForm(TongueForm):
    """Booked, not possible, or not yet. ``seen`` is the number of moves that stood on the page."""

    state = Choice(
        _l("How is it with the interpreter?"),
        choices=[
            ("booked", _l("Booked")),
            ("impossible", _l("Not possible this time")),
            ("none", _l("Not booked")),
        ],
    )
    language = Menu(_l("Language"))
    other = StringField(
        _l("Another language or dialect. You can leave this empty."),
        validators=[Optional(), at_most(LONGEST_LANGUAGE)],
    )
    way = Choice(
        _l("How does the interpreter take part?"),
        # Translators: how the interpreter takes part in a meeting.
        choices=[
            ("any", _l("Not decided")),
            ("room", _l("In the room")),
            ("phone", _l("By phone")),
        ],
        default="any",
    )
    why = TextAreaField(
        _l("Why is it not possible?"), validators=[Optional(), at_most(LONGEST_WORDS)]
    )
    seen = IntegerField(widget=HiddenInput(), validators=[Optional()])
    problems: ClassVar = {
        "language.empty": _l("Choose the language, or write it."),
        "why.empty": _l("Write why. The participant reads it."),
        "state.conflict": MOVED_MEANWHILE,
    }

    @property
    def tongue(self) -> Tongue:
        """What is booked."""
        return Tongue(*self.chosen, self.way.data)

    def show(self, view: InterpreterView, own: str, moves: int) -> None:
        """Fills in what is booked, else what is wished, else the participant's ``own`` language."""
        self.seen.raw_data, self.seen.data = None, moves
        if not self.untouched:
            return
        if view.state in ("booked", "impossible"):
            self.state.data, self.why.data = view.state, view.why
        found = view.booked if view.state == "booked" else view.wished
        self.fill(found, own)
        self.way.data = found.way or "any"
