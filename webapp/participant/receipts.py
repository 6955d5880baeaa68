"""My receipts: what I have sent, and when."""

from flask import Response, request

from webapp.domain.audit import service
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.requests import page_number
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint

PAGE = 50


@blueprint.get("/receipts")
def receipts() -> Response:
    """What I have sent, newest first, to be shown or printed."""
    number = page_number()
    skip = (number - 1) * PAGE
    found = service.receipts(reading(), participant_id=me().id, most=PAGE + 1, skip=skip)
    return page(
        "participant/receipts.html",
        here="home",
        receipts=found[:PAGE],
        number=number,
        more=len(found) > PAGE,
        named="name" in request.args,
    )
