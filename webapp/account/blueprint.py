"""The common door. It has no lock; its forms carry a token like all others."""

from flask import Blueprint

from webapp.extensions import csrf

blueprint = Blueprint("account", __name__)
blueprint.before_request(csrf.protect)
