"""Argon2 for PINs and passwords. Slow on purpose: never call it inside a write transaction."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 19 MiB and two rounds: OWASP's second choice, and it keeps a worker small.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


def make_hash(secret: str) -> str:
    """A hash to store for a PIN or password."""
    return _HASHER.hash(secret)


@cache
def _nobody() -> str:
    return make_hash("nobody")


def matches(stored: str | None, secret: str) -> bool:
    """Whether ``secret`` belongs to ``stored``. An unknown person takes just as long."""
    try:
        _HASHER.verify(stored or _nobody(), secret)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None
