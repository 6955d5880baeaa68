"""A use case that is sent twice is done once."""

import hashlib
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec

from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.service import Receipt, find_receipt, one_at_a_time
from webapp.domain.errors import Conflict

P = ParamSpec("P")
Stands = Callable[[Session, Mapping[str, Any]], bool]
NOT_SAID = frozenset({"key", "now", "secret"})


def once(use_case: Callable[P, Receipt]) -> Callable[P, Receipt]:
    """Makes a use case safe to repeat: the same form sent again gives its first receipt again.

    The use case is called as ``use_case(session, actor=…, key=…, …)``. A known key with other words
    is not a repeat: the reply was lost and the person wrote on, so both are stored.
    """
    return _repeatable(use_case, lambda _session, _sent: True)


def once_while(stands: Stands) -> Callable[[Callable[P, Receipt]], Callable[P, Receipt]]:
    """As ``once``, for a use case that sets how something is, such as who may read it.

    ``stands`` says of what was sent whether it is so still. If not, an old page was sent again: it
    changes nothing, and nothing is said to be saved. Raises ``Conflict``.
    """
    return lambda use_case: _repeatable(use_case, stands)


def _repeatable(use_case: Callable[P, Receipt], stands: Stands) -> Callable[P, Receipt]:
    @wraps(use_case)
    def repeatable(*args: P.args, **kwargs: P.kwargs) -> Receipt:
        session, actor = args[0], kwargs["actor"]
        assert isinstance(session, Session)  # noqa: S101
        assert isinstance(actor, Actor)  # noqa: S101
        one_at_a_time(session, actor)
        kwargs["key"] = f"{str(kwargs['key'])[:40]}:{_fingerprint(use_case.__name__, kwargs)}"
        found = find_receipt(session, actor=actor, key=str(kwargs["key"]))
        if found is not None and not stands(session, kwargs):
            raise Conflict
        return found or use_case(*args, **kwargs)

    return repeatable


def _fingerprint(name: str, sent: Mapping[str, object]) -> str:
    said = sorted((key, repr(value)) for key, value in sent.items() if key not in NOT_SAID)
    return hashlib.sha256(f"{name}{said}".encode()).hexdigest()[:16]
