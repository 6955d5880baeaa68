"""One person: the next meeting, the card, and ways to everything else."""

from flask import Response

from webapp.coach.blueprint import blueprint
from webapp.coach.record import opened
from webapp.domain.coordination.letters import handed_on
from webapp.domain.meetings.coming import coming
from webapp.domain.meetings.service import meetings
from webapp.domain.people.invitations import card
from webapp.kit.clock import now
from webapp.kit.languages import FIRST, by_code
from webapp.kit.pages import page
from webapp.kit.signed_in import settings


@blueprint.get("/<ref>")
def person(ref: str) -> Response:
    """The person's first page, as their coach sees it."""
    at = now()
    with opened(ref, "page") as (db, record):
        met = meetings(db, participant_id=record.participant_id, now=at)
        booked = coming(db, record, now=at)
        last_card = card(db, participant_id=record.participant_id, secret=settings().secret, now=at)
        letter = handed_on(db, record)
    return page(
        "coach/person.html",
        here="person",
        record=record,
        meetings=met,
        booked=booked,
        begun=met.begun(at),
        card=last_card,
        letter=letter,
        language=by_code().get(record.language) or by_code()[FIRST],
    )
