"""What every answer tells the browser: load nothing from elsewhere, keep nothing of a person."""

from flask import Flask, Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    # Not no-referrer: the form token is checked against the referrer over HTTPS.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Robots-Tag": "noindex",
}


def init_app(app: Flask) -> None:
    """Adds the headers to every answer of the application."""
    headers = dict(HEADERS)
    if app.config["SETTINGS"].secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    own = {name.lower(): (name, value) for name, value in headers.items()}

    @app.after_request
    def add(response: Response) -> Response:
        there = {name.lower() for name, _ in response.headers}
        response.headers.extend(own[name] for name in own if name not in there)
        return response
