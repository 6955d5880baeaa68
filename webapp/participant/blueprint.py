"""The participant's door and its lock."""

from flask import Blueprint

from webapp.kit.doors import lock

blueprint = Blueprint("participant", __name__, url_prefix="/me")
blueprint.before_request(lock("participant"))
