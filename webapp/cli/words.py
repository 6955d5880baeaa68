"""What the commands say when the domain refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.orm import Session

from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people import staff
from webapp.domain.people.staff import Account

REFUSALS = {
    "email.taken": "Somebody has this e-mail address already.",
    "name.empty": "The name is empty.",
    "name.long": "The name is too long.",
    "name.number": "This looks like a personal identity number. Write a name or an alias.",
    "successor.unknown": "The people can only go to another coach who works here.",
}


@contextmanager
def refusing() -> Iterator[None]:
    """Inside this block a refusal of the domain ends the command with words and status 1."""
    try:
        yield
    except Invalid as error:
        said = REFUSALS.get(f"{error.field}.{error.reason}", f"Not possible: {error}.")
        raise click.ClickException(said) from error
    except NotFound as error:
        raise click.ClickException("Nobody here has this e-mail address.") from error


def account_of(db: Session, email: str, *, role: str | None = None) -> Account:
    """The account of somebody who works here. Raises ``NotFound`` and ``ClickException``."""
    found = staff.account(db, email=email)
    if found.left_at is not None:
        raise click.ClickException(f"{found.name} does not work here any more.")
    if role is not None and found.role != role:
        raise click.ClickException(f"{found.name} is not a {role}, but {found.role}.")
    return found
