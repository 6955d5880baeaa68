"""Answers for machines: health, the web app manifest, and whom to tell about a security hole."""

from datetime import timedelta

from flask import Response, current_app, jsonify, make_response
from flask_babel import gettext
from sqlalchemy import text

from webapp.account.blueprint import blueprint
from webapp.kit import languages
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import go
from webapp.kit.ready import problems
from webapp.kit.signed_in import settings
from webapp.kit.static import static_url


@blueprint.get("/healthz")
def health() -> Response:
    """The process answers."""
    return make_response("ok\n", 200, {"Content-Type": "text/plain"})


@blueprint.get("/readyz")
def ready() -> Response:
    """The database answers and everything is up to date."""
    reading().execute(text("select 1"))
    found = problems(current_app)
    body = "ready\n" if not found else "".join(f"{problem}\n" for problem in found)
    return make_response(body, 503 if found else 200, {"Content-Type": "text/plain"})


@blueprint.get("/manifest.webmanifest")
def manifest() -> Response:
    """So that the page can stand on the home screen of a phone."""
    language = languages.current()
    icons = [
        {"src": static_url(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    icons.append({**icons[-1], "src": static_url("icon-maskable-512.png"), "purpose": "maskable"})
    response = jsonify(
        name=gettext("Min väg"),
        short_name=gettext("Min väg"),
        lang=language.tag,
        dir=language.dir,
        start_url="/me",
        scope="/",
        display="standalone",
        background_color="#f7f4ee",
        theme_color="#0b5a52",
        icons=icons,
    )
    response.mimetype = "application/manifest+json"
    return response


@blueprint.get("/favicon.ico")
def favicon() -> Response:
    """Browsers ask for it on their own."""
    return go(static_url("icon.svg"))


@blueprint.get("/.well-known/security.txt")
def security() -> Response:
    """Whom to tell about a security hole (RFC 9116)."""
    contact = settings().contact
    expires = (now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    body = f"Contact: mailto:{contact}\nExpires: {expires}\nPreferred-Languages: sv, en\n"
    return make_response(body, 200, {"Content-Type": "text/plain"})
