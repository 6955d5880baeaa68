"""Checking a secret: counted before, slow on purpose, and outside any transaction."""

from flask import request
from flask_babel import lazy_gettext as _l

from webapp.domain.errors import Invalid
from webapp.domain.people import passwords, rules, tries
from webapp.domain.people.signing_in import Secret
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.signed_in import settings

# Translators: time is a clock time like 14:02.
LOCKED = _l("Too many tries. You can try again at %(time)s.")


def buckets(name: str | None = None) -> dict[str, int]:
    """What the tries are counted for: the address, and the person or code that was named."""
    found = {f"address:{request.remote_addr}": rules.TRIES_PER_ADDRESS}
    if name is not None:
        found[name] = rules.TRIES_PER_PERSON
    return found


def count(name: str | None = None) -> None:
    """Counts a try. Raises ``Locked``."""
    with writing() as db:
        tries.claim_try(db, buckets=buckets(name), secret=settings().secret, now=now())


def check(found: Secret, *, name: str, field: str, secret: str) -> int:
    """The id of the person whose secret this is.

    Raises ``Locked`` after too many tries and ``Invalid`` when it is not right.
    """
    count(name)
    if not passwords.matches(found.hashed, secret) or found.id is None:
        raise Invalid(field, "wrong")
    with writing() as db:
        tries.forget_tries(db, buckets=buckets(name), secret=settings().secret)
    return found.id
