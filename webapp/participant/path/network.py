"""Who can help me: a list that nobody else can open."""

from flask import Response
from flask_babel import gettext

from webapp.domain.profile import summary
from webapp.kit.pages import page
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm
from webapp.participant.path.forms import ContactForm
from webapp.participant.path.writing import entries, form_page, store

ADDRESS = "/me/min/network"


@blueprint.get("/min/network")
def network() -> Response:
    """The people I have written down."""
    found = summary.of_kind(entries(), "contact")
    return page("participant/path/network.html", here="goals", contacts=found, tap=TapForm())


@blueprint.get("/min/network/new")
def new_contact() -> Response:
    """Who, how I know them, and what I can ask."""
    return _page(ContactForm())


@blueprint.post("/min/network/new")
def add_contact() -> Response:
    """Stores a person in my own list."""
    form = ContactForm()
    if form.validate_on_submit():
        with form.refusing():
            return store(form, "contact", form.words(), ADDRESS)
    return _page(form, 422)


def _page(form: ContactForm, status: int = 200) -> Response:
    return form_page(
        form,
        title=gettext("Who can help you?"),
        back=ADDRESS,
        status=status,
        note=gettext("Only you can open this list. Your coach sees how many you have contacted."),
    )
