"""Reading what a project has chosen: one statement each."""

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from webapp.domain.database import rows
from webapp.domain.people.model import Organisation, Staff
from webapp.domain.projects.model import ProjectInstrument
from webapp.domain.projects.rules import ALL_ON, Change, Setting, Settings

MOST_CHANGES = 100


def settings_of(session: Session, project_id: int | None) -> Settings:
    """What the project has chosen. Somebody without a project has everything on."""
    if project_id is None:
        return ALL_ON
    found = rows(session, _NEWEST, project=project_id)
    return Settings({instrument: Setting(*chosen) for instrument, *chosen in found})


def changes(session: Session, *, project_id: int, instrument_id: str) -> tuple[Change, ...]:
    """Who has switched this instrument in the project, newest first, at most a hundred."""
    found = rows(session, _CHANGES, project=project_id, instrument=instrument_id)
    return tuple(Change(Setting(*row[:3]), *row[3:]) for row in found)


_CHOSEN = (ProjectInstrument.is_on, ProjectInstrument.from_on, ProjectInstrument.until_on)
_NEWEST = select(ProjectInstrument.instrument, *_CHOSEN).where(
    ProjectInstrument.id.in_(
        select(func.max(ProjectInstrument.id))
        .where(ProjectInstrument.project_id == bindparam("project"))
        .group_by(ProjectInstrument.instrument)
    )
)
_CHANGES = (
    select(*_CHOSEN, Staff.name, Organisation.name, ProjectInstrument.changed_at)
    .join(Staff, Staff.id == ProjectInstrument.changed_by)
    .join(Organisation, Organisation.id == Staff.organisation_id)
    .where(
        ProjectInstrument.project_id == bindparam("project"),
        ProjectInstrument.instrument == bindparam("instrument"),
    )
    .order_by(ProjectInstrument.id.desc())
    .limit(MOST_CHANGES)
)
