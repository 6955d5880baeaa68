"""The card: a picture to scan, a code to write, in the person's language and in Swedish."""

from dataclasses import dataclass

import segno
from flask import Response, request
from flask_babel import force_locale, gettext
from markupsafe import Markup

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import CardForm
from webapp.coach.record import opened
from webapp.domain.people import invite
from webapp.domain.people.invitations import card as card_of
from webapp.kit.clock import day, now
from webapp.kit.languages import FIRST, Language, by_code
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me, settings


@dataclass(frozen=True)
class Side:
    """What the card says in one language."""

    language: Language
    title: str
    scan: str
    write: str
    pin: str
    until: str
    lost: str


@blueprint.get("/<ref>/card")
def card(ref: str) -> Response:
    """The card to print, as long as it can be used."""
    with opened(ref, "card") as (db, record):
        found = card_of(
            db, participant_id=record.participant_id, secret=settings().secret, now=now()
        )
    if found is None or found.state != "ready":
        return page("coach/card_gone.html", here="person", record=record, card=found)
    address = settings().public_address or request.host_url.rstrip("/")
    codes = dict.fromkeys([found.language if found.language in by_code() else FIRST, FIRST])
    return page(
        "coach/card.html",
        here="person",
        record=record,
        card=found,
        address=address.split("://", 1)[1],
        picture=_picture(f"{address}/i/{found.token}"),
        sides=[_side(code, day(found.expires_at)) for code in codes],
    )
