"""Checking a receipt that the participant shows. Of what is private nothing more is told."""

from typing import Any

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.forms import ReceiptForm
from webapp.coach.record import opened
from webapp.domain import codes
from webapp.domain.brief.shown_receipt import shown
from webapp.domain.people.tries import Limit, claim_try
from webapp.kit.clock import now
from webapp.kit.pages import page
from webapp.kit.signed_in import me, settings

# Codes are checked for people who sit in the room; nobody needs to try many.
MOST_CHECKS = Limit(30, lasting=True)


@blueprint.get("/<ref>/receipt")
def ask_receipt(ref: str) -> Response:
    """Room for the code."""
    return _page(ref, ReceiptForm())


@blueprint.post("/<ref>/receipt")
def check_receipt(ref: str) -> Response:
    """What was sent and when, or that there is no such receipt. The participant's log says so."""
    form = ReceiptForm()
    if form.validate():
        with form.refusing():
            return _checked(ref, form, codes.receipt_code(form.code.data or ""))
    return _page(ref, form, 422)


def _checked(ref: str, form: ReceiptForm, code: str) -> Response:
    buckets = {f"receipt:{me().keeper}": MOST_CHECKS}
    with opened(ref, "receipt") as (db, record):
        claim_try(db, buckets=buckets, secret=settings().secret, now=now())
        found = shown(db, record, code=code)
    return _shown(form, record=record, code=code, receipt=found)


def _page(ref: str, form: ReceiptForm, status: int = 200) -> Response:
    with opened(ref, "page") as (_db, record):
        pass  # only the name is shown
    return _shown(form, status, record=record)


def _shown(form: ReceiptForm, status: int = 200, **told: Any) -> Response:
    return page("coach/receipt.html", status, here="person", form=form, **told)
