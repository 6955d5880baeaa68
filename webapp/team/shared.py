"""What one person shares with this organisation: through the second gate, noted in their log."""

from flask import Response

from webapp.domain.partners.reading import shared_page
from webapp.domain.sharing.shared import open_shared
from webapp.kit.clock import now
from webapp.kit.database import writing
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.team.blueprint import blueprint


@blueprint.get("/<ref>")
def shared(ref: str) -> Response:
    """The page that the participant has said yes to."""
    at = now()
    with writing() as db:
        record = open_shared(db, staff_id=me().id, ref=ref, what="shared", now=at)
        found = shared_page(db, record, at)
    return page("team/shared.html", here="person", shared=found)
