"""Checking a secret: counted before, slow on purpose, and outside any transaction."""

from collections.abc import Mapping

from flask import request

from webapp.domain.errors import Invalid
from webapp.domain.people import passwords, rules, tries
from webapp.domain.people.signing_in import Secret
from webapp.domain.people.tries import Limit
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.signed_in import settings

ADDRESS = Limit(rules.TRIES_PER_ADDRESS, lasting=True)
PERSON = Limit(rules.TRIES_PER_PERSON)
SLOW = Limit(rules.TRIES_PER_DAY, rules.LONGEST_TRY_WINDOW, lasting=True)


def by_address(kind: str) -> dict[str, Limit]:
    """A limit for the address, so that many people cannot be tried from one place."""
    return {f"{kind}:{request.remote_addr}": ADDRESS}


def by_person(name: str) -> dict[str, Limit]:
    """Two limits for one person: a few tries at a time, and not many in a day."""
    return {name: PERSON, f"slow:{name}": SLOW}


def count(buckets: Mapping[str, Limit]) -> None:
    """Counts a try. Raises ``Locked``."""
    with writing() as db:
        tries.claim_try(db, buckets=buckets, secret=settings().secret, now=now())


def check(found: Secret, *, buckets: Mapping[str, Limit], field: str, secret: str) -> int:
    """The id of the person whose secret this is.

    Raises ``Locked`` after too many tries and ``Invalid`` when it is not right.
    """
    count(buckets)
    if not passwords.matches(found.hashed, secret) or found.id is None:
        raise Invalid(field, "wrong")
    with writing() as db:
        tries.forget_tries(db, buckets=buckets, secret=settings().secret)
    return found.id
