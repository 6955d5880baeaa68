"""The one place where something that went wrong becomes a page, in the person's language."""

from flask import Flask, Response, current_app
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from webapp.domain.errors import Closed, Conflict, Invalid, Locked, NotFound
from webapp.kit.clock import clock, day_clock, is_today
from webapp.kit.doors import home
from webapp.kit.logs import log_error
from webapp.kit.pages import page
from webapp.kit.signed_in import who


def init_app(app: Flask) -> None:
    """Registers a page for everything that can go wrong."""
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(Closed, _closed)
    app.register_error_handler(Conflict, _conflict)
    app.register_error_handler(Locked, _locked)
    app.register_error_handler(Invalid, _bad)
    app.register_error_handler(CSRFError, _bad)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _failed)


def error_page(code: int, title: str, text: str) -> Response:
    """An error page with a way back."""
    person = who()
    back = home(person) if person is not None else "/"
    return page(
        "shared/error.html",
        code,
        code=code,
        title=title,
        text=text,
        way_back=back,
        way_back_text=_("Go to the start page"),
    )


def _not_found(_error: Exception) -> Response:
    return error_page(
        404,
        _("We cannot find that page"),
        _("The address may be wrong, or the page is not for you. Nothing is lost."),
    )


def _closed(_error: Exception) -> Response:
    return error_page(
        410, _("This is closed now"), _("The time for this is over. What you sent before is saved.")
    )


def _conflict(_error: Exception) -> Response:
    return error_page(
        409,
        _("Somebody changed this before you"),
        _("Your answer was not saved. Go back and read the new text first."),
    )


def _locked(error: Exception) -> Response:
    until = error.until if isinstance(error, Locked) else None
    if until is None:
        text = _("Please wait a moment and try again.")
    elif is_today(until):
        # Translators: time is a clock time like 14:02.
        text = _(
            "You can try again at %(time)s. Do you need help? Ask your coach.", time=clock(until)
        )
    else:
        text = _(
            # Translators: when is a day and a clock time like "Monday 23 November at 07:00".
            "You can try again on %(when)s. Do you need help? Ask your coach.",
            when=day_clock(until),
        )
    return error_page(429, _("Too many tries"), text)


def _bad(_error: Exception) -> Response:
    return error_page(
        400,
        _("That did not work"),
        _("The page was too old. Go back, load the page again and send once more."),
    )


def _http(error: HTTPException) -> Response:
    if error.code in (404, 405):
        return _not_found(error)
    if error.code == 413:
        return error_page(413, _("That is too much text"), _("Please send a shorter text."))
    if error.code is not None and error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    return _bad(error) if (error.code or 500) < 500 else _failed(error)


def _failed(error: Exception) -> Response:
    if current_app.testing:
        raise error
    log_error(error)
    return error_page(
        500,
        _("Something went wrong with us"),
        _("It is not your fault. What you saved before is still here. Try again in a while."),
    )
