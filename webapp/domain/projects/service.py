"""The use case of a project leader: switch an instrument on or off."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.database import one_at_a_time
from webapp.domain.errors import NotFound
from webapp.domain.instruments.load import catalogue
from webapp.domain.people.model import Staff
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.projects import rules
from webapp.domain.projects.model import ProjectInstrument
from webapp.domain.projects.reading import settings_of
from webapp.domain.projects.rules import Setting


def switch(
    session: Session,
    *,
    actor: Actor,
    project_id: int | None,
    instrument_id: str,
    setting: Setting,
    now: datetime,
) -> bool:
    """Adds a choice to the project's history, and says whether it was a new one.

    What is as before adds nothing, so the same form sent twice is stored once. There is no receipt:
    those are about a participant's record. Raises ``NotFound`` for an unknown instrument and for
    everybody but a leader of this project, and ``Invalid`` for days that cannot be meant.
    """
    _leads(session, actor, project_id)
    if instrument_id not in catalogue():
        raise NotFound
    rules.check_setting(setting, today=day_in_sweden(now))
    one_at_a_time(session, f"project:{project_id}")
    if settings_of(session, project_id).of(instrument_id) == setting:
        return False
    session.add(
        ProjectInstrument(
            project_id=project_id,
            instrument=instrument_id,
            is_on=setting.is_on,
            from_on=setting.from_on,
            until_on=setting.until_on,
            changed_by=actor.id,
            changed_at=now,
        )
    )
    session.flush()
    return True


def _leads(session: Session, actor: Actor, project_id: int | None) -> None:
    leader = select(Staff.id).where(
        Staff.id == actor.id,
        Staff.role == "project_leader",
        Staff.project_id == project_id,
        Staff.left_at.is_(None),
    )
    if actor.kind != "staff" or project_id is None or session.scalar(leader) is None:
        raise NotFound
