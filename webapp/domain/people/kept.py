"""Keeping what somebody typed when their sign-in had ended, until they have signed in again."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.domain.database import one_at_a_time
from webapp.domain.people.kept_model import KeptForm

LIFE = timedelta(hours=1)


def keep(
    session: Session,
    *,
    owner: str,
    path: str,
    fields: Mapping[str, list[str]],
    now: datetime,
) -> None:
    """Keeps the fields for the page at ``path``. Whatever was kept before is replaced."""
    one_at_a_time(session, f"kept:{owner}")
    session.execute(delete(KeptForm).where((KeptForm.owner == owner) | (KeptForm.at < now - LIFE)))
    session.add(KeptForm(owner=owner, path=path, fields=json.dumps(fields), at=now))


def kept(session: Session, *, owner: str, path: str, now: datetime) -> dict[str, list[str]]:
    """What was kept for this page, or nothing."""
    text = session.scalar(
        select(KeptForm.fields).where(
            KeptForm.owner == owner, KeptForm.path == path, KeptForm.at > now - LIFE
        )
    )
    found: dict[str, list[str]] = json.loads(text) if text else {}
    return found


def purge(session: Session, *, now: datetime) -> None:
    """Whatever has been kept for longer than an hour is gone."""
    session.execute(delete(KeptForm).where(KeptForm.at <= now - LIFE))


def forget(session: Session, *, owner: str) -> None:
    """It has been sent: nothing is kept any longer."""
    session.execute(delete(KeptForm).where(KeptForm.owner == owner))
