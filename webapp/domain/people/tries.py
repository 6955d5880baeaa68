"""Counting tries to sign in. A try is counted before the secret is checked, so that many tries at
the same moment cannot pass the limit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.database import one_at_a_time
from webapp.domain.errors import Locked
from webapp.domain.people import rules
from webapp.domain.people.credentials_model import FailedTry


@dataclass(frozen=True)
class Limit:
    """At most so many tries within this time. ``lasting`` is not cleared by a right secret."""

    most: int
    within: timedelta = rules.TRY_WINDOW
    lasting: bool = False


def claim_try(
    session: Session, *, buckets: Mapping[str, Limit], secret: bytes, now: datetime
) -> None:
    """Counts one try in each bucket. Raises ``Locked`` when one is full."""
    digests = {codes.keyed_digest(secret, "try", name): most for name, most in buckets.items()}
    one_at_a_time(session, *digests)
    session.execute(delete(FailedTry).where(FailedTry.at <= now - rules.LONGEST_TRY_WINDOW))
    rows = session.execute(
        select(FailedTry.bucket, FailedTry.at).where(FailedTry.bucket.in_(digests))
    ).all()
    for digest, limit in digests.items():
        tries = [at for bucket, at in rows if bucket == digest]
        until = rules.locked_until(tries, most=limit.most, within=limit.within, now=now)
        if until:
            raise Locked(until)
    session.execute(insert(FailedTry), [{"bucket": digest, "at": now} for digest in digests])


def forget_tries(session: Session, *, buckets: Mapping[str, Limit], secret: bytes) -> None:
    """The right secret was given: its person starts afresh; a lasting limit forgets this try only.

    Somebody's own sign-in must not clear what is counted for their whole address.
    """
    for name, limit in buckets.items():
        own = FailedTry.bucket == codes.keyed_digest(secret, "try", name)
        if limit.lasting:
            newest = select(func.max(FailedTry.id)).where(own).scalar_subquery()
            session.execute(delete(FailedTry).where(FailedTry.id == newest))
        else:
            session.execute(delete(FailedTry).where(own))
