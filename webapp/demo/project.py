"""What the project leader of the demo has switched on and off."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.demo.moments import moment
from webapp.domain.actors import Actor
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.people.staff import project_of
from webapp.domain.projects import service
from webapp.domain.projects.rules import Setting

# Before anybody in a story was invited, so that nobody has answered what was off.
BEGUN, WAITED, DECIDED = "w-60 mon 08:00", "w-63 tue 15:20", "w-61 thu 09:40"
LEADER = "Karin"


def add_choices(session: Session, leader_id: int, now: datetime) -> None:
    """Karin waited with the questions about support until the project had begun."""
    today = day_in_sweden(now)
    begun = Setting(True, moment(BEGUN, today).date())
    choices = (
        (WAITED, "STOD", Setting(is_on=False)),
        (DECIDED, "STOD", begun),
        (DECIDED, "EGEN", begun),
    )
    for when, instrument, setting in choices:
        service.switch(
            session,
            actor=Actor("staff", leader_id),
            project_id=project_of(session, leader_id),
            instrument_id=instrument,
            setting=setting,
            now=moment(when, today),
        )
