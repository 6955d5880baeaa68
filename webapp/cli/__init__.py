"""The operator's door: ``flask --app webapp.app <command>``. It speaks plain English."""

from flask import Flask

from webapp.cli import checks, database, demo, invite, staff

COMMANDS = (
    demo.demo,
    invite.invite,
    staff.staff,
    database.migrate,
    database.backup,
    checks.instruments,
    checks.translations,
    checks.healthcheck,
)


def init_app(app: Flask) -> None:
    """Adds the commands to the application."""
    for command in COMMANDS:
        app.cli.add_command(command)
