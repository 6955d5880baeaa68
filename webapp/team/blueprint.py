"""The partners' door and its lock."""

from flask import Blueprint

from webapp.kit.doors import lock

blueprint = Blueprint("team", __name__, url_prefix="/team")
blueprint.before_request(lock("staff", role="team"))
