"""``staff add``, ``staff password`` and ``staff leave``."""

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from webapp.cli.words import account_of, refusing
from webapp.domain.meetings.handing_over import change_coach
from webapp.domain.people import leaving, passwords, rules
from webapp.domain.people import staff as use_cases
from webapp.kit.clock import now
from webapp.kit.database import writing

ROLES = ("coach", "team", "project_leader")
KINDS = ("municipality", "authority", "region", "coordination_association", "social_enterprise")
PROBLEMS = {
    "short": f"A password has at least {rules.SHORTEST_PASSWORD} characters.",
    "long": f"A password has at most {rules.LONGEST_PASSWORD} characters.",
    "easy": "That password is easy to guess.",
}


def _checked(_context: click.Context, _option: click.Parameter, value: str) -> str:
    problem = rules.password_problem(value)
    if problem:
        raise click.BadParameter(PROBLEMS[problem])
    return value


# Asked for and never shown, so that it stays out of the shell's history.
password_option = click.option(
    "--password",
    prompt="Password",
    hide_input=True,
    confirmation_prompt="The same again",
    callback=_checked,
    help="Asked for when left out, which is safer.",
)


@click.group("staff")
def staff() -> None:
    """Staff accounts."""


@staff.command("add")
@click.argument("email")
@click.option("--name", prompt="Name")
@click.option("--role", prompt="Role", type=click.Choice(ROLES))
@click.option("--organisation", prompt="Organisation")
@click.option("--kind", prompt="Kind of organisation", type=click.Choice(KINDS))
@click.option("--phone", prompt="Phone", default="", show_default=False)
@click.option("--project", default="", help="The project they work in. Made when it is new.")
@password_option
@with_appcontext
def add(
    email: str,
    name: str,
    role: str,
    organisation: str,
    kind: str,
    phone: str,
    project: str,
    password: str,
) -> None:
    """Add a member of staff. What is left out is asked for, but for the project."""
    hashed = passwords.make_hash(password)
    with refusing(), writing() as db:
        organisation_id = use_cases.add_organisation(db, name=organisation, kind=kind)
        use_cases.add_staff(
            db,
            organisation_id=organisation_id,
            name=name,
            email=email,
            password_hash=hashed,
            role=role,
            phone=phone,
            project_id=_project(db, project, organisation_id),
        )
    click.echo(f"{name} can sign in.")


def _project(db: Session, name: str, organisation_id: int) -> int | None:
    name = " ".join(name.split())
    if not name:
        return None
    return use_cases.add_project(db, name=name, organisation_id=organisation_id)


@staff.command("password")
@click.argument("email")
@password_option
@with_appcontext
def password(email: str, password: str) -> None:
    """Give a member of staff a new password, and sign them out everywhere."""
    hashed = passwords.make_hash(password)
    with refusing(), writing() as db:
        found = account_of(db, email)
        use_cases.set_password(db, email=email, password_hash=hashed, now=now())
    click.echo(f"{found.name} has a new password.")


@staff.command("leave")
@click.argument("email")
@click.option("--people-to", "successor", help="E-mail address of the coach who takes over.")
@with_appcontext
def leave(email: str, successor: str | None) -> None:
    """End an account: nobody can sign in with it, and what it wrote stays."""
    with refusing(), writing() as db:
        found = account_of(db, email)
        count = leaving.leave(
            db, email=email, successor=successor, now=now(), change_coach=change_coach
        )
    click.echo(f"{found.name} cannot sign in any more.")
    if count:
        where = f"are now with {successor}" if successor else "have no coach now"
        click.echo(f"{count} participants {where}.")
