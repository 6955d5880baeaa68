"""Keeping what somebody typed when their sign-in had ended, until they have signed in again."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.domain.database import one_at_a_time
from webapp.domain.people.kept_model import KeptForm

LIFE = timedelta(hours=1)
MOST = 10  # pages of one person: as many tabs as anybody writes in


def keep(
    session: Session,
    *,
    owner: str,
    path: str,
    fields: Mapping[str, list[str]],
    now: datetime,
) -> None:
    """Keeps the fields for the page at ``path``, instead of what was kept for it before.

    ``owner`` is an opaque name of at most 20 characters of the person whom the page was shown to.
    """
    one_at_a_time(session, f"kept:{owner}")
    name, own = _name(owner, path), KeptForm.owner.startswith(f"{owner}:")
    session.execute(delete(KeptForm).where((KeptForm.owner == name) | (KeptForm.at < now - LIFE)))
    newest = select(KeptForm.owner).where(own).order_by(KeptForm.at.desc())
    many = session.scalars(newest.offset(MOST - 1)).all()
    session.execute(delete(KeptForm).where(KeptForm.owner.in_(many)))
    session.add(KeptForm(owner=name, path=path, fields=json.dumps(fields), at=now))


def _name(owner: str, path: str) -> str:
    return f"{owner}:{hashlib.sha256(path.encode()).hexdigest()[:16]}"


def kept(session: Session, *, owner: str, path: str, now: datetime) -> dict[str, list[str]]:
    """What was kept for this page, or nothing."""
    text = session.scalar(
        select(KeptForm.fields).where(
            KeptForm.owner == _name(owner, path), KeptForm.at > now - LIFE
        )
    )
    found: dict[str, list[str]] = json.loads(text) if text else {}
    return found


def purge(session: Session, *, now: datetime) -> None:
    """Whatever has been kept for longer than an hour is gone."""
    session.execute(delete(KeptForm).where(KeptForm.at <= now - LIFE))


def forget(session: Session, *, owner: str, path: str) -> None:
    """It has been sent: nothing is kept for this page any longer."""
    session.execute(delete(KeptForm).where(KeptForm.owner == _name(owner, path)))
