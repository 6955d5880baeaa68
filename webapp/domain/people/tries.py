"""Counting tries to sign in. A try is counted before the secret is checked, so that many tries at
the same moment cannot pass the limit."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.database import one_at_a_time
from webapp.domain.errors import Locked
from webapp.domain.people import rules
from webapp.domain.people.credentials_model import FailedTry


def claim_try(
    session: Session, *, buckets: Mapping[str, int], secret: bytes, now: datetime
) -> None:
    """Counts one try in each bucket (name → most tries). Raises ``Locked`` when one is full."""
    digests = {codes.keyed_digest(secret, "try", name): most for name, most in buckets.items()}
    one_at_a_time(session, *digests)
    session.execute(delete(FailedTry).where(FailedTry.at <= now - rules.TRY_WINDOW))
    rows = session.execute(
        select(FailedTry.bucket, FailedTry.at).where(FailedTry.bucket.in_(digests))
    ).all()
    for digest, most in digests.items():
        tries = [at for bucket, at in rows if bucket == digest]
        until = rules.locked_until(tries, most=most, now=now)
        if until:
            raise Locked(until)
    session.execute(insert(FailedTry), [{"bucket": digest, "at": now} for digest in digests])


def forget_tries(session: Session, *, buckets: Mapping[str, int], secret: bytes) -> None:
    """The right secret was given: its person and address start afresh."""
    digests = [codes.keyed_digest(secret, "try", name) for name in buckets]
    session.execute(delete(FailedTry).where(FailedTry.bucket.in_(digests)))
