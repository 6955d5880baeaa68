"""``demo``: believable people to try everything with."""

import json
from collections.abc import Sequence
from dataclasses import asdict

import click
from flask.cli import with_appcontext

from webapp import demo as people
from webapp.demo import SignIn
from webapp.domain.people import passwords
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.migrations import upgrade
from webapp.kit.signed_in import settings


@click.command("demo")
@click.option("--json", "as_json", is_flag=True, help="Print only how to sign in, as JSON.")
@click.option("--people", "count", type=click.IntRange(0), default=0, help="Extra people for Per.")
@with_appcontext
def demo(as_json: bool, count: int) -> None:
    """Load people with a history, once, and print how to sign in as each.

    Upgrades the database first. Run again, it changes nothing. Refuses in production.
    """
    if settings().environment == "production":
        raise click.ClickException("The demo's codes are printed for everybody: not in production.")
    upgrade(settings().database_url)
    new = _load()
    added = _crowd(count) if count else 0
    found = people.sign_ins(reading(), secret=settings().secret, now=now())
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        return
    click.echo("Loaded the demo." if new else "The demo was here already; nothing was changed.")
    if count:
        click.echo(f"Added {added} extra people to Per; there are at least {count}.")
    click.echo(table(found, settings().public_address))


def _load() -> bool:
    if people.is_loaded(reading()):
        return False
    hashes = people.make_hashes(now())
    with writing() as db:
        people.load(db, hashes=hashes, secret=settings().secret, now=now())
    return True


def _crowd(count: int) -> int:
    pin_hash = passwords.make_hash(people.CROWD_PIN)
    with writing() as db:
        return people.add_many(db, count, pin_hash=pin_hash, secret=settings().secret, now=now())


def table(found: Sequence[SignIn], address: str) -> str:
    """The sign-ins as a table for people, with full addresses when the address is known."""
    rows = [("Name", "Role", "Open", "And write")]
    rows += [
        (one.name, one.role.replace("_", " "), address + one.url, " and ".join(_said(one)))
        for one in found
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    rows.insert(1, tuple("-" * width for width in widths))  # type: ignore[arg-type]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n" + "\n".join(lines) + "\n"


def _said(one: SignIn) -> list[str]:
    names = {"code": "code", "pin": "PIN", "email": "e-mail", "password": "password"}
    return [f"{names[field]} {value}" for field, value in one.fields.items()]
