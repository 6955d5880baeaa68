"""Whether the application may serve people."""

import gc

import click
from flask import Flask
from flask.cli import ScriptInfo
from sqlalchemy.exc import SQLAlchemyError

from webapp.kit import catalogues
from webapp.kit.migrations import is_current
from webapp.settings import Settings


class NotReady(RuntimeError):
    """The application would show people errors or the wrong words. The message says why."""


def init_app(app: Flask) -> None:
    """In production, refuses to start an application that has problems.

    The operator's commands are let through: one of them repairs what is wrong. Raises ``NotReady``.
    """
    if _settings(app).environment != "production" or _command_runs():
        return
    found = problems(app)
    if found:
        raise NotReady(" ".join(found))
    # What is loaded by now stays: the collector need not look through it again during a request.
    gc.collect()
    gc.freeze()


def problems(app: Flask) -> list[str]:
    """What is wrong, one sentence each, in words for the operator."""
    return [*_of_database(app), *_of_catalogues()]


def _of_database(app: Flask) -> list[str]:
    try:
        current = is_current(app.extensions["reading_engine"])
    except SQLAlchemyError as error:
        # Only the kind: the message may hold the address with its password.
        return [f"The database does not answer ({type(error).__name__})."]
    return [] if current else ["The database is not up to date: run the command migrate."]


def _of_catalogues() -> list[str]:
    missing = [
        f"{language.code}/{domain}"
        for language in catalogues.languages()
        for domain in catalogues.DOMAINS
        if language.offered
        and domain not in language.written_in
        and not catalogues.path_of(catalogues.FOLDER, language.code, domain, "mo").exists()
    ]
    if missing:
        return [f"Compiled catalogues are missing: {', '.join(missing)}."]
    return ["The compiled catalogues are older than their texts."] if catalogues.stale() else []


def _settings(app: Flask) -> Settings:
    found: Settings = app.config["SETTINGS"]
    return found


def _command_runs() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.find_object(ScriptInfo) is not None
