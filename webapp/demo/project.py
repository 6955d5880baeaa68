"""What the project leader of the demo has switched on and off."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.people.service import project_of
from webapp.domain.projects import service
from webapp.domain.projects.rules import Setting

# Before anybody in a story was invited, so that nobody has answered what was off.
BEGUN = timedelta(weeks=60)
LEADER = "Karin"


def add_choices(session: Session, leader_id: int, now: datetime) -> None:
    """Karin waited with the questions about support until the project had begun."""
    begins = now - BEGUN
    choices = (
        (begins - timedelta(days=20), "STOD", Setting(is_on=False)),
        (begins - timedelta(days=6), "STOD", Setting(True, day_in_sweden(begins))),
        (begins - timedelta(days=6), "EGEN", Setting(True, day_in_sweden(begins))),
    )
    for at, instrument, setting in choices:
        service.switch(
            session,
            actor=Actor("staff", leader_id),
            project_id=project_of(session, leader_id),
            instrument_id=instrument,
            setting=setting,
            now=at,
        )
