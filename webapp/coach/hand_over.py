"""Handing a participant over: from that moment the page is closed to the coach who leaves."""

from flask import Response
from flask_babel import gettext

from webapp.coach.blueprint import blueprint
from webapp.coach.coordination_forms import HandOverForm
from webapp.coach.record import opened
from webapp.domain.coordination.letters import is_approved
from webapp.domain.meetings.handing_over import hand_over as give
from webapp.domain.people.staff import coaches_beside
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.pages import done, page
from webapp.kit.signed_in import me


@blueprint.get("/<ref>/hand-over")
def ask_hand_over(ref: str) -> Response:
    """Who can take over, and what happens then."""
    return _page(ref, _form())


def _form() -> HandOverForm:
    form = HandOverForm()
    form.offer(coaches_beside(reading(), staff_id=me().id))
    return form


def _page(ref: str, form: HandOverForm, status: int = 200) -> Response:
    with opened(ref, "handing_over") as (db, record):
        approved = is_approved(db, record)
    return page(
        "coach/hand_over.html", status, here="person", record=record, form=form, approved=approved
    )


@blueprint.post("/<ref>/hand-over")
def hand_over(ref: str) -> Response:
    """The colleague is the coach from now on."""
    form = _form()
    if form.validate():
        with form.refusing():
            return done(_given(ref, form), "/coach")
    return _page(ref, form, 422)


def _given(ref: str, form: HandOverForm) -> str:
    to = dict((value, label) for value, label, *_ in form.to.iter_choices())[form.to.data]
    with opened(ref, "handed_over") as (db, record):
        give(db, actor=me().actor, record=record, to=form.to.data, key=form.once, now=now())
    # Translators: to is the new coach, name the participant.
    return gettext("%(to)s is the coach of %(name)s from now on.", to=to, name=record.name)
