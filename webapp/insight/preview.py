"""Every question exactly as it is shown, in any language. Nothing here can be sent."""

from flask import Response, request
from markupsafe import Markup

from webapp.domain.instruments.definitions import Instrument, Item
from webapp.domain.instruments.wording import missing
from webapp.insight.blueprint import blueprint
from webapp.insight.forms import PreviewForm
from webapp.insight.instruments import known
from webapp.kit import languages
from webapp.kit.pages import page, part
from webapp.kit.questions import options_of, staff_form


@blueprint.get("/instruments/<instrument>/preview")
def preview(instrument: str) -> Response:
    """One question of the instrument in the language ``lang``, on a page in the reader's own."""
    languages.keep_frame()
    found = known(instrument)
    number = min(max(1, request.args.get("item", 1, type=int)), len(found.items))
    with languages.speaking(_language()) as language:
        shown = _shown(found, found.items[number - 1])
        lacking = missing(found, languages.knows)
    return page(
        "insight/preview.html",
        here="instruments",
        instrument=found,
        number=number,
        language=language,
        shown=shown,
        lacking=lacking,
    )


def _language() -> str:
    wished = request.args.get("lang", "")
    return wished if wished in languages.by_code() else languages.current().code


def _shown(asked: Instrument, item: Item) -> Markup:
    """The question as a participant meets it, or as staff do, in the language of the moment."""
    of_participant = asked.answered_by("P")
    return part(
        "insight/shown.html",
        asked=asked,
        item=item,
        place=of_participant.index(item) + 1 if item in of_participant else None,
        total=len(of_participant),
        options=options_of(item),
        words=PreviewForm(),
        form=staff_form([item] if item.kind != "text" else []),
    )
