"""What the pages of "my path" share: showing a form to write in, and storing what it says."""

from typing import Any

from flask import Response, request

from webapp.domain.people.service import contact
from webapp.domain.profile import service
from webapp.domain.profile.reading import own_entries
from webapp.domain.profile.rules import EntryView, Kind, Words
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved_there
from webapp.kit.signed_in import me
from webapp.participant.path.forms import SharedForm, WordsForm


def entries() -> tuple[EntryView, ...]:
    """All that I have written about myself."""
    return own_entries(reading(), participant_id=me().id)


def form_page(form: Any, *, title: str, back: str, status: int = 200, **more: Any) -> Response:
    """The page with a form to write in. ``back`` is the page to leave to without saving."""
    if isinstance(form, SharedForm):
        form.name_reader(contact(reading(), participant_id=me().id))
    return page(
        "participant/path/write.html",
        status,
        here="goals",
        form=form,
        title=title,
        back=back,
        action=request.path,
        **more,
    )


def store(
    form: WordsForm, kind: Kind, words: Words, address: str, about_log: int | None = None
) -> Response:
    """Stores something new, and goes to the page where it is seen. Raises ``Invalid``."""
    with writing() as db:
        receipt = service.write(
            db,
            actor=me().actor,
            kind=kind,
            words=words,
            shared=form.shared,
            about_log=about_log,
            key=form.once,
            now=now(),
        )
    return saved_there(receipt, address)
