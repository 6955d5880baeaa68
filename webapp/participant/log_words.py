"""What staff did, as the participant reads it. The doors of staff name what with one word each."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

DID: Mapping[str, Any] = {
    "page": _l("Opened your page."),
    "brief": _l("Read your goals and answers before a meeting."),
    "plan": _l("Read your plan."),
    "ratings": _l("Read how you have answered."),
    "card": _l("Opened your card with the code."),
    "new_card": _l("Gave you a new card. The old code and PIN stopped working."),
    "meeting": _l("Booked or changed a meeting."),
    "proposal": _l("Suggested something for your plan."),
    "became_coach": _l("Became your coach."),
    "cancelled_meeting": _l("Cancelled a meeting."),
    "step_done": _l("Marked a step as done."),
    "answer": _l("Answered something in your plan."),
    "edit": _l("Changed a text in your plan."),
    "path": _l("Read what you share on My path."),
    "reply": _l("Answered a question from you."),
    "outcome": _l("Looked at how it goes for you and at the steps you share."),
    "outcome_set": _l("Wrote down how it goes for you: work, studies or something else."),
    "activities": _l("Read what is going on for you."),
    "activity": _l("Changed what is going on for you."),
    "training": _l("Read about your work training."),
    "training_edit": _l("Wrote something about your work training."),
    "receipt": _l("Checked a receipt that you showed."),
}
ROLES: Mapping[str, Any] = {
    "coach": _l("Your coach"),
    "team": _l("Staff at another organisation"),
    "project_leader": _l("Project leader"),
}


def did(what: str) -> str:
    """The sentence for what was done. What has none was at least an opening of the page."""
    return str(DID.get(what, DID["page"]))
