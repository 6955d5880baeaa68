"""The operator's door: ``flask --app webapp.app <command>``. It speaks plain English."""

from importlib import import_module

import click
from flask import Flask
from flask.cli import AppGroup

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


class Commands(AppGroup):
    """Commands that are loaded when somebody asks for them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, or None when there is none."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        found: click.Command = getattr(import_module(f"webapp.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return found


def init_app(app: Flask) -> None:
    """Adds the commands to the application."""
    app.cli = Commands(app.cli.name)
