"""Pages and fragments: a page for everybody, a part of it for htmx."""

from typing import Any

from flask import Flask, Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext
from markupsafe import Markup

from webapp.domain.audit.service import Receipt
from webapp.domain.people import kept
from webapp.domain.surveys.change import trend
from webapp.extensions import htmx
from webapp.kit import clock, controls, languages, meanings, spoken, texts
from webapp.kit.briefs import without_links
from webapp.kit.cards import area_text, card_text
from webapp.kit.database import writing
from webapp.kit.icons import icon
from webapp.kit.path_cards import drive_text
from webapp.kit.requests import own_address, page_of_form
from webapp.kit.sharing_words import kind_text, purpose_text, section_text, thing_said
from webapp.kit.signed_in import who
from webapp.kit.signing import form_token
from webapp.kit.static import static_url
from webapp.kit.tongues import tongue_name

FORGETS = '<form autocomplete="off" '


def init_app(app: Flask) -> None:
    """Gives templates what every page needs."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        day=clock.day,
        clock=clock.clock,
        day_clock=clock.day_clock,
        month=clock.month,
        without_links=without_links,
    )
    app.jinja_env.globals.update(
        answer_text=languages.answer_text,
        area_text=area_text,
        carried=languages.carried,
        card_text=card_text,
        csrf_token=form_token,
        drive_text=drive_text,
        icon=icon,
        kind_text=kind_text,
        purpose_text=purpose_text,
        say=languages.say,
        say_answer=languages.say_answer,
        section_text=section_text,
        static_url=static_url,
        thing_said=thing_said,
        tongue_name=tongue_name,
        trend=trend,
    )
    controls.init_app(app)
    texts.init_app(app)
    meanings.init_app(app)
    spoken.init_app(app)
    app.context_processor(_frame)


def _frame() -> dict[str, Any]:
    person = who()
    return {
        "csrf_token": form_token,  # instead of Flask-WTF's, which makes its signer for every page
        "address": own_address(),
        "locale": languages.current(),
        "languages": languages.languages(),
        "who": person,
        "device": "own" if person is not None and person.person.own_phone else "",
        "session_seconds": person.idle_seconds if person is not None else 0,
    }


def page(template: str, status: int = 200, **context: Any) -> Response:
    """A whole page."""
    spoken_name = spoken.named(template, languages.current().code)
    return make_response(_forgetting(render_template(spoken_name, **context)), status)


def _forgetting(html: str) -> str:
    """On a phone that others use, no form of a participant is filled in again by the browser.

    It does so when somebody goes back, and by then that may be another person.
    """
    person = who()
    if person is None or person.kind != "participant" or person.person.own_phone:
        return html
    return html.replace(FORGETS, "<form ").replace("<form ", FORGETS)


def part(template: str, **context: Any) -> Markup:
    """A part of a page, rendered by itself: for what is shown in another language than the page."""
    return Markup(render_template(template, **context))  # noqa: S704


def answer(template: str, fragment: str, status: int = 200, **context: Any) -> Response:
    """The fragment when htmx asks for it, else the page that includes it. ``Vary`` says so."""
    partly = htmx and not htmx.boosted and not htmx.history_restore_request
    response = page(fragment if partly else template, status, **context)
    response.vary.add("HX-Request")
    return response


def go(address: str) -> Response:
    """After a form: see the page at this address."""
    return make_response(redirect(address, 303))


def saved(receipt: Receipt, address: str) -> Response:
    """After something was stored: the next page says when, and the code of the receipt.

    Words that were kept while somebody was signed out have been sent, and are forgotten.
    """
    person = who()
    if person is not None and "kept=1" in (request.referrer or ""):
        with writing() as db:
            kept.forget(db, owner=person.keeper, path=page_of_form())
    text = gettext(
        # Translators: at is a clock time like 14:02, code is the receipt's number.
        "Saved %(at)s · receipt %(code)s",
        at=clock.clock(receipt.at),
        code=receipt.code,
    )
    flash(text, "saved")
    return go(address)


def saved_there(receipt: Receipt, address: str) -> Response:
    """Like ``saved``, for one thing among others: the page opens where it stands."""
    return saved(receipt, place_of(address, receipt.object_ref))


def place_of(address: str, ref: str) -> str:
    """Where on the page at this address something stands: in the element with the id line-REF."""
    return f"{address}#line-{ref}"


def done(text: str, address: str) -> Response:
    """After something was done: the next page says what."""
    flash(text, "success")
    return go(address)


def taken_away(address: str, undo: str, *, back: bool, part: str = "") -> Response:
    """After something was taken away, or put ``back``.

    The next page offers to put back what ``undo`` names there, for example ``undo=REF``. What is
    back is seen where it stands. ``part`` is the id of a part of the page to open at in both cases.
    """
    if back:
        there = f"{address}#{part}" if part else place_of(address, undo.partition("=")[2])
        return done(gettext("It is back."), there)
    offer = f"{address}?{undo}"
    return done(gettext("It is taken away."), f"{offer}#{part}" if part else offer)
