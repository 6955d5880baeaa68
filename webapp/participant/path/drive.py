"""What drives me: at most three, from picture cards or in own words."""

from flask import Response
from flask_babel import gettext

from webapp.domain.errors import NotFound
from webapp.domain.profile import summary
from webapp.domain.profile.cards import DRIVE_IDS, DRIVES
from webapp.domain.profile.rules import MOST, Words
from webapp.kit import languages
from webapp.kit.pages import page
from webapp.kit.path_cards import drive_text
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import OWN_WORDS, TapForm
from webapp.participant.path.forms import DriveForm
from webapp.participant.path.writing import entries, form_page, store

ADDRESS = "/me/min/drive"


@blueprint.get("/min/drive")
def drives() -> Response:
    """What I have chosen, and the cards."""
    found = summary.of_kind(entries(), "drive")
    chosen = {drive.words.part for drive in found}
    return page(
        "participant/path/drives.html",
        here="goals",
        tap=TapForm(),
        drives=found,
        full=len(found) >= MOST["drive"],
        cards=[
            (card.id, card.icon, drive_text(card.id)) for card in DRIVES if card.id not in chosen
        ],
        own=OWN_WORDS,
    )


@blueprint.get("/min/drive/<card>")
def new_drive(card: str) -> Response:
    """The chosen picture or own words, and who sees it."""
    return _page(DriveForm(), card)


@blueprint.post("/min/drive/<card>")
def add_drive(card: str) -> Response:
    """Stores what drives me."""
    form = DriveForm()
    if form.validate_on_submit():
        with form.refusing():
            return store(form, "drive", _words(form, _known(card)), ADDRESS)
    return _page(form, card, 422)


def _known(card: str) -> str | None:
    if card not in DRIVE_IDS and card != OWN_WORDS:
        raise NotFound
    return None if card == OWN_WORDS else card


def _words(form: DriveForm, card: str | None) -> Words:
    """Words written beside a picture are the person's own, and win over the picture's."""
    if card is None or (form.text.data or "").strip():
        return form.words()
    return Words(drive_text(card), languages.current().tag, part=card)


def _page(form: DriveForm, card: str, status: int = 200) -> Response:
    part = _known(card)
    title = drive_text(part) if part else gettext("What drives you?")
    return form_page(form, title=title, back=ADDRESS, status=status, picture=part is not None)
