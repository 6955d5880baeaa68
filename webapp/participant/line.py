"""Everything that a text of mine has said, and what we answered."""

from flask import Response

from webapp.domain.agreement.history import own_history
from webapp.domain.decisions.reading import own_decisions
from webapp.kit import languages
from webapp.kit.database import reading
from webapp.kit.pages import page
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint


@blueprint.get("/plan/<ref>/history")
def line_history(ref: str) -> Response:
    """Every version with the answers to it, newest first."""
    return page(
        "participant/line_history.html",
        here="plan",
        versions=own_history(reading(), participant_id=me().id, ref=ref),
        line=ref,
        meeting=own_decisions(reading(), participant_id=me().id).get(ref),
        spoken=dict(languages.written()),
    )
