"""``instruments verify``, ``translations check`` and ``healthcheck``."""

import click
from flask import current_app
from flask.cli import with_appcontext

from webapp.domain.instruments.frozen import verify as verify_frozen
from webapp.kit.catalogue_checks import check_catalogues
from webapp.kit.messages import templates
from webapp.kit.ready import problems

SECONDS = 5


def report(found: list[str], well: str) -> None:
    """Says that all is well, or prints every problem and ends with status 1."""
    for problem in found:
        click.echo(problem, err=True)
    if found:
        raise SystemExit(1)
    click.echo(well)


@click.group("instruments")
def instruments() -> None:
    """The surveys."""


@instruments.command("verify")
def verify() -> None:
    """Check that no published survey has changed."""
    report(verify_frozen(), "Every published survey is as it was.")


@click.group("translations")
def translations() -> None:
    """The catalogues of every language."""


@translations.command("check")
def check() -> None:
    """Check that every offered language says everything that the code says."""
    report(check_catalogues(fresh=templates()), "Every offered language is complete.")


@click.command("healthcheck")
@click.argument("address", required=False)
@with_appcontext
def healthcheck(address: str | None) -> None:
    """Check the database and the catalogues, or the server that runs at ADDRESS."""
    report(_ask(address) if address else problems(current_app), "Ready.")


def _ask(address: str) -> list[str]:
    from urllib.error import URLError  # with TLS and all; no worker needs them
    from urllib.request import urlopen

    if not address.startswith(("http://", "https://")):
        raise click.BadParameter("An address begins with http:// or https://")
    try:
        with urlopen(f"{address.rstrip('/')}/readyz", timeout=SECONDS):  # noqa: S310 - checked
            return []
    except (URLError, TimeoutError) as error:
        return [f"{address} is not ready: {error}"]
