"""The operator's door: ``flask --app webapp.app <command>``. It speaks plain English."""

from copy import copy
from importlib import import_module

import click
from flask import Flask
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError

# The module of each command. A worker that serves pages loads none of them.
COMMANDS = {
    "audit": "audit",
    "backup": "database",
    "demo": "demo",
    "healthcheck": "checks",
    "instruments": "checks",
    "invite": "invite",
    "migrate": "database",
    "staff": "staff",
    "translations": "checks",
}


HINT = "DATABASE_URL says where it is; `flask --app webapp.app migrate` makes its tables."


class Commands(AppGroup):
    """Commands that are loaded when somebody asks for them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, or None when there is none."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"webapp.cli.{COMMANDS[cmd_name]}")
        return _plainly(getattr(module, cmd_name))


def _plainly(command: click.Command) -> click.Command:
    """The command, but a database that cannot be used is told to the operator in two lines."""

    def invoke(ctx: click.Context) -> object:
        try:
            return command.invoke(ctx)
        except OperationalError as error:
            message = f"The database cannot be used: {error.orig}\n{HINT}"
            raise click.ClickException(message) from error

    told = copy(command)
    told.invoke = invoke  # type: ignore[method-assign]
    return told


def init_app(app: Flask) -> None:
    """Adds the commands to the application."""
    app.cli = Commands(app.cli.name)
