"""The coach's door and its lock."""

from flask import Blueprint

from webapp.kit.doors import lock

blueprint = Blueprint("coach", __name__, url_prefix="/coach")
blueprint.before_request(lock("staff", role="coach"))
