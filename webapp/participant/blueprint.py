"""The participant's door and its lock."""

from flask import Blueprint

from webapp.kit import meanings
from webapp.kit.doors import lock
from webapp.kit.signed_in import me

blueprint = Blueprint("participant", __name__, url_prefix="/me")
blueprint.before_request(lock("participant"))


@blueprint.before_request
def _beside_own_words() -> None:
    """What somebody has told that my words mean stands beside them."""
    meanings.offer(participant_id=me().id, address="/me/words")
