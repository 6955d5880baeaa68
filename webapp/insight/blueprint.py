"""The project's door and its lock."""

from flask import Blueprint

from webapp.kit.doors import lock

blueprint = Blueprint("insight", __name__, url_prefix="/insight")
blueprint.before_request(lock("staff", role="project_leader"))
