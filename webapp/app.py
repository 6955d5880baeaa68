"""Puts the application together."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp import account, cli, coach, insight, participant, team
from webapp.extensions import babel, compress, csrf, htmx, login_manager
from webapp.kit import (
    database,
    errors,
    headers,
    languages,
    logs,
    pages,
    ready,
    requests,
    signing,
    spoken,
    static,
    turns,
)
from webapp.settings import COMPRESSION, Settings, from_environment


class Application(Flask):
    """Flask, for functions that are none of them asynchronous, and templates of a language each."""

    jinja_environment = spoken.Templates

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself. Flask looks at each one again, some twenty for every page."""
        return func


def create_app(settings: Settings | None = None) -> Flask:
    """The application with these settings, or with those of the environment.

    Raises ``BadSettings``.
    """
    settings = settings or from_environment()
    app = Application("webapp", static_folder=None)
    _configure(app, settings)
    _extend(app)
    database.init_app(app, settings.database_url)
    for room in (signing, requests, headers, logs, pages, errors, turns, static):
        room.init_app(app)
    for door in (account, participant, coach, team, insight):
        app.register_blueprint(door.blueprint)
    cli.init_app(app)
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops)  # type: ignore[method-assign]
    ready.init_app(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=256 * 1024,
        SESSION_COOKIE_NAME="minvag",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure,
        # The token lives as long as the sign-in. Each door checks it after its lock.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_CHECK_DEFAULT=False,
        BABEL_TRANSLATION_DIRECTORIES=str(languages.translations_folder()),
        BABEL_DEFAULT_LOCALE=languages.FIRST,
        **COMPRESSION,
    )


def _extend(app: Flask) -> None:
    babel.init_app(app, locale_selector=languages.locale)
    compress.init_app(app)
    csrf.init_app(app)
    htmx.init_app(app)
    login_manager.init_app(app)
    login_manager.session_protection = None  # a phone changes address as it moves
