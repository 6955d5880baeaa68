"""What can go wrong in a use case. The web turns each into a page in one place."""

from datetime import datetime


class DomainError(Exception):
    """Base of all errors of the domain."""


class NotFound(DomainError):
    """It does not exist, or not for this person. The two are never told apart."""


class Invalid(DomainError):
    """What was sent cannot be stored. ``field`` names the input, ``reason`` is a short code."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class Conflict(DomainError):
    """Somebody else changed the same thing first. Nothing was stored."""


class Closed(DomainError):
    """The round, meeting or invitation is over."""


class Locked(DomainError):
    """Too many failed tries. ``until`` says when the lock heals by itself."""

    def __init__(self, until: datetime) -> None:
        super().__init__("locked")
        self.until = until
