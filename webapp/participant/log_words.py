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
    "moved_meeting": _l("Moved a meeting."),
    "kept_meeting": _l("Answered you about the time of a meeting."),
    "meeting_guest": _l("Wrote who comes to a meeting."),
    "interpreter": _l("Wrote something about the interpreter."),
    "plan_frozen": _l("Made a plan with the date of that day, for you to answer."),
    "words": _l("Read your own words, to write what they mean in Swedish."),
    "meaning": _l("Wrote what your own words mean in Swedish."),
    "machine": _l("Let a machine translate your own words."),
    "sharing": _l("Looked at what you share with other organisations."),
    "shared": _l("Read what you share with them."),
    "paper": _l("Opened a paper for your meeting."),
    "paper_made": _l("Made a paper for your meeting."),
    "meeting_read": _l("Read what you decided at a meeting."),
    "decided": _l("Wrote what you decided at a meeting."),
    "whole": _l("Read your whole plan."),
    "plan_text": _l("Wrote about you in your plan."),
    "plan_facts": _l("Changed who is responsible, a contact or a follow-up in your plan."),
    "handing_over": _l("Looked at giving your page to another coach."),
    "handed_over": _l("Gave your page to another coach."),
}
ROLES: Mapping[str, Any] = {
    "coach": _l("Your coach"),
    "team": _l("Staff at another organisation"),
    "project_leader": _l("Project leader"),
}


def did(what: str) -> str:
    """The sentence for what was done. What has none was at least an opening of the page."""
    return str(DID.get(what, DID["page"]))
