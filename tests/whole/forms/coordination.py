"""The forms of the coordinated plan and of the handover."""

from tests.support.coordination import SECRET_LETTER
from tests.whole.forms.case import BRIEF, CAME, DESK, Case, Reads

WHOLE, DESK_WHOLE, PERSON = "/me/plan/whole", f"{DESK}/plan/whole", DESK
NEEDS, LETTER = "/me/plan/needs", "/me/hand-over"

OWN = (
    Case(
        "participant.write_plan_text",
        (
            Reads("hodan", NEEDS, "{text}"),
            Reads("hodan", WHOLE, "{text}"),
            Reads("amina", DESK_WHOLE, "{text}"),
        ),
        never=(Reads("yusuf", NEEDS, "{text}"), Reads("yusuf", WHOLE, "{text}")),
        fill={"who": "coach"},
        on=("hodan", "/me/plan/write/need"),
    ),
    Case(
        "participant.write_plan_text",
        (Reads("hodan", NEEDS, "{text}"),),
        never=(
            Reads("hodan", WHOLE, "{text}"),
            Reads("amina", DESK_WHOLE, "{text}"),
            Reads("amina", BRIEF, "{text}"),
        ),
        fill={"who": "me"},
        on=("hodan", "/me/plan/write/need"),
    ),
    Case(
        "participant.rewrite_plan_text",
        (Reads("hodan", NEEDS, "{text}"),),
        never=(Reads("amina", DESK_WHOLE, "I need glasses"),),
        fill={"who": "me"},
        on=("hodan", "/me/plan/texts/{plan_need}"),
    ),
    Case("participant.remove_plan_text away", (Reads("hodan", CAME, "Put it back"),),
         on=("hodan", NEEDS)),
    Case(
        "participant.remove_plan_text back",
        (Reads("hodan", CAME, "It is back."),),
        on=("hodan", NEEDS + "?undo={plan_gone}"),
    ),
    Case(
        "participant.answer_plan_text",
        (
            Reads("hodan", NEEDS, "{reason}"),
            Reads("amina", DESK_WHOLE, "{reason}"),
        ),
        never=(Reads("yusuf", NEEDS, "{reason}"),),
        fill={"value": "no"},
        on=("hodan", "/me/plan/texts/{plan_theirs}/answer"),
    ),
)  # fmt: skip

LETTERS = (
    Case(
        "participant.write_letter",
        (Reads("hodan", LETTER, "{text}"),),
        never=(Reads("amina", PERSON, "{text}"), Reads("amina", DESK_WHOLE, "{text}")),
        fill={"reader": "next"},
    ),
    Case(
        "participant.approve",
        (Reads("hodan", LETTER, "You said yes on"),),
        never=(Reads("amina", PERSON, SECRET_LETTER),),
        on=("hodan", f"{LETTER}/approve"),
    ),
    Case(
        "participant.withdraw_approval away",
        (Reads("hodan", CAME, "Only you can read your text now."),),
        on=("hodan", LETTER),
    ),
)

STAFF = (
    Case(
        "coach.write_plan_text",
        (
            Reads("amina", DESK_WHOLE, "{text}"),
            Reads("hodan", NEEDS, "{text}"),
            Reads("hodan", "/me/log", "Wrote about you in your plan."),
        ),
        never=(Reads("yusuf", NEEDS, "{text}"),),
        on=("amina", f"{DESK}/plan/write/need"),
    ),
    Case(
        "coach.rewrite_plan_text",
        (Reads("amina", DESK_WHOLE, "{text}"), Reads("hodan", NEEDS, "{text}")),
        on=("amina", DESK + "/plan/texts/{plan_theirs}"),
    ),
    Case(
        "coach.remove_plan_text away",
        (Reads("amina", CAME, "Put it back"),),
        never=(Reads("hodan", NEEDS, "Hodan needs her eyes tested"),),
        on=("amina", DESK + "/plan/texts/{plan_theirs}"),
    ),
    Case(
        "coach.remove_plan_text back",
        (Reads("amina", CAME, "It is back."),),
        on=("amina", DESK_WHOLE + "?undo={plan_removed}"),
    ),
    Case("coach.set_owner", (Reads("hodan", WHOLE, "Noor"),), on=("amina", f"{DESK}/plan/owner"),
         fill={"owner": "{noor}"}),
    Case(
        "coach.add_contact",
        (Reads("hodan", WHOLE, "{organisation}"), Reads("amina", DESK_WHOLE, "{reach}")),
        never=(Reads("yusuf", WHOLE, "{organisation}"),),
        on=("amina", f"{DESK}/plan/contacts/new"),
    ),
    Case(
        "coach.correct_contact",
        (Reads("hodan", WHOLE, "{organisation}"),),
        on=("amina", DESK + "/plan/contacts/{clinic}"),
    ),
    Case(
        "coach.remove_contact away",
        (Reads("amina", CAME, "Put it back"),),
        never=(Reads("hodan", WHOLE, "Nordby clinic"),),
        on=("amina", DESK + "/plan/contacts/{clinic}"),
    ),
    Case(
        "coach.remove_contact back",
        (Reads("amina", CAME, "It is back."),),
        on=("amina", DESK_WHOLE + "?contact={clinic}"),
    ),
    Case(
        "coach.plan_follow_up",
        (Reads("hodan", "/me/plan/follow-up", "{caller}"), Reads("hodan", WHOLE, "{caller}")),
        never=(Reads("yusuf", "/me/plan/follow-up", "{caller}"),),
        fill={"day": "2026-12-01"},
        on=("amina", f"{DESK}/plan/follow-ups/new"),
    ),
    Case(
        "coach.move_follow_up",
        (Reads("hodan", "/me/plan/follow-up", "{caller}"),),
        fill={"day": "2026-12-02"},
        on=("amina", DESK + "/plan/follow-ups/{coming}"),
    ),
    Case(
        "coach.remove_follow_up away",
        (Reads("amina", CAME, "Put it back"),),
        on=("amina", DESK + "/plan/follow-ups/{coming}"),
    ),
    Case(
        "coach.remove_follow_up back",
        (Reads("amina", CAME, "It is back."),),
        on=("amina", DESK_WHOLE + "?follow_up={coming}"),
    ),
    Case(
        "coach.hand_over",
        (
            Reads("amina", CAME, "Noor is the coach of Hodan from now on."),
            Reads("hodan", "/me", "You have a new coach"),
            Reads("hodan", "/me/log", "Gave your page to another coach."),
        ),
        never=(Reads("amina", "/coach", "Hodan"),),
    ),
)  # fmt: skip

CASES = (*OWN, *LETTERS, *STAFF)
