"""``invite``: a card for a new participant, when the coach cannot make it."""

from uuid import uuid4

import click
from flask.cli import with_appcontext

from webapp.cli.words import account_of, refusing
from webapp.domain.actors import Actor
from webapp.domain.people import invitations
from webapp.domain.people import invite as use_cases
from webapp.domain.sharing import gate
from webapp.kit.clock import SWEDEN, now
from webapp.kit.database import writing
from webapp.kit.languages import by_code
from webapp.kit.signed_in import settings


@click.command("invite")
@click.argument("coach")
@click.argument("name")
@click.argument("language", type=click.Choice(tuple(by_code())))
@click.option("--protected", is_flag=True, help="Protected identity: NAME is an alias.")
@with_appcontext
def invite(coach: str, name: str, language: str, protected: bool) -> None:
    """Invite a participant, and print the link and the code of the card.

    COACH is the coach's e-mail address. NAME is what the person wants to be called.
    """
    with refusing(), writing() as db:
        staff = account_of(db, coach, role="coach")
        receipt = use_cases.invite(
            db,
            actor=Actor("staff", staff.id),
            name=name,
            language=language,
            protected=protected,
            secret=settings().secret,
            key=uuid4().hex,
            now=now(),
        )
        ref = receipt.object_ref
        record = gate.open_record(db, staff_id=staff.id, ref=ref, what="card", now=now())
        card = invitations.card(
            db, participant_id=record.participant_id, secret=settings().secret, now=now()
        )
    if card is not None:
        click.echo(f"Link   {settings().public_address}/i/{card.token}")
        click.echo(f"Code   {card.code}")
        click.echo(f"Until  {card.expires_at.astimezone(SWEDEN):%Y-%m-%d %H:%M}")
