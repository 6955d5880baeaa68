"""The card: a picture to scan, a code to write, in the person's language and in Swedish."""

from dataclasses import dataclass

from flask import Response, request
from flask_babel import gettext as _

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import TapForm
from webapp.coach.record import opened
from webapp.domain.people.invitations import Card
from webapp.domain.people.invitations import card as card_of
from webapp.domain.people.invite import renew
from webapp.domain.sharing.gate import OpenedRecord
from webapp.kit.clock import day, now
from webapp.kit.languages import FIRST, Language, by_code, speaking
from webapp.kit.pages import page, saved
from webapp.kit.qr import picture
from webapp.kit.signed_in import me, settings


@dataclass(frozen=True)
class Side:
    """What the card says, in one language."""

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
    return _ready(record, found)


def _ready(record: OpenedRecord, found: Card) -> Response:
    address = settings().public_address or request.host_url.rstrip("/")
    typed = address.split("://", 1)[1]
    return page(
        "coach/card.html",
        here="person",
        record=record,
        card=found,
        address=typed,
        picture=picture(f"{address}/i/{found.token}"),
        sides=_sides(found, typed),
    )


def _sides(found: Card, address: str) -> list[Side]:
    """The person's own language and Swedish; once when they are the same."""
    own = by_code().get(found.language, by_code()[FIRST])
    both = [own] if own.tag == FIRST else [own, by_code()[FIRST]]
    return [_side(language, found, address) for language in both]


def _side(language: Language, found: Card, address: str) -> Side:
    with speaking(language.code):
        return Side(
            language,
            # Translators: this and the next texts stand on a paper card that the person gets.
            title=_("This card is for you, %(name)s", name=found.name),
            scan=_("Point the camera of a phone at the square."),
            # Translators: address is a web address; the code is printed on the card too.
            write=_("Or open %(address)s and write the code on the card.", address=address),
            pin=_("Then choose a PIN. You need it every time. Only you know it."),
            until=_("Use the card before %(day)s.", day=day(found.expires_at)),
            lost=_("Keep the card. Is it gone? Your coach can give you a new one."),
        )


@blueprint.get("/<ref>/card/new")
def ask_new_card(ref: str) -> Response:
    """Asks whether the person is here, and says what stops working."""
    with opened(ref, "page") as (_db, record):
        pass  # only the name is shown
    return page("coach/card_new.html", here="person", record=record, form=TapForm())


@blueprint.post("/<ref>/card/new")
def new_card(ref: str) -> Response:
    """A new card. The old code, the PIN and all known phones stop working at once."""
    with opened(ref, "new_card") as (db, record):
        receipt = renew(
            db,
            actor=me().actor,
            participant_id=record.participant_id,
            secret=settings().secret,
            key=TapForm().once,
            now=now(),
        )
    return saved(receipt, f"/coach/{ref}/card")
