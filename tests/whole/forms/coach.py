"""The coach's forms."""

from tests.whole.forms.case import (
    CAME,
    DESK,
    DESK_PLAN,
    GOAL,
    PLAN,
    Case,
    Reads,
)

CASES = (
    Case(
        "coach.search",
        (Reads("amina", CAME, "Yusuf"),),
        never=(Reads("amina", CAME, "Hodan"),),
        fill={"q": "yus"},
    ),
    Case(
        "coach.make_invitation",
        (
            Reads("amina", CAME, "{name}"),
            Reads("amina", "/coach", "{name}"),
            Reads("amina", "/coach", "1 December"),
        ),
        never=(Reads("per", "/coach", "{name}"),),
    ),
    Case(
        "coach.book",
        (
            Reads("hodan", "/me", "{place}"),
            Reads("hodan", "/me", "Tuesday 24 November"),
            Reads("amina", DESK, "{place}"),
            Reads("hodan", "/me/log", "Booked or changed a meeting."),
        ),
        fill={"day": "2026-11-24"},
        on=("amina", f"{DESK}/meetings/new"),
    ),
    Case(
        "coach.cancel",
        (
            Reads("amina", DESK, "Cancelled: Wednesday 25 November"),
            Reads("hodan", "/me", "You do not meet on Wednesday 25 November"),
        ),
        never=(Reads("amina", "/coach", "Wednesday 25 November"),),
    ),
    Case(
        "coach.act yes",
        (Reads("hodan", GOAL, "You and your coach agree"),),
        on=("amina", DESK_PLAN),
    ),
    Case("coach.act yes_but", (Reads("hodan", GOAL, "{reason}"),), on=("amina", DESK_PLAN)),
    Case(
        "coach.act no",
        (
            Reads("hodan", GOAL, "{reason}"),
            Reads("amina", DESK_PLAN, "{reason}"),
            Reads("hodan", "/me/log", "Answered something in your plan."),
        ),
        on=("amina", DESK_PLAN),
    ),
    Case(
        "coach.act done",
        (Reads("hodan", GOAL, "Done Monday 23 November"),),
        on=("amina", DESK_PLAN),
    ),
    Case("coach.act undone", (Reads("amina", CAME, "Saved"),), on=("amina", DESK_PLAN)),
    Case(
        "coach.new_card",
        (Reads("amina", CAME, "Card for Hodan"), Reads("hodan", "/me", "Sign in")),
        on=("amina", f"{DESK}/card/new"),
    ),
    Case(
        "coach.suggest_goal",
        (Reads("hodan", PLAN, "{text}"), Reads("hodan", "/me/log", "Suggested")),
        on=("amina", f"{DESK_PLAN}/goals/new"),
    ),
    Case(
        "coach.suggest_step",
        (Reads("hodan", PLAN, "{text}"), Reads("hodan", GOAL, "{doer_name}")),
        fill={"doer": "other"},
        on=("amina", DESK_PLAN + "/{goal}/steps/new"),
    ),
    Case(
        "coach.rewrite_step",
        (
            Reads("hodan", GOAL, "{text}"),
            Reads("hodan", GOAL, "Before, it said: I call the restaurant"),
        ),
        on=("amina", DESK_PLAN + "/steps/{step}"),
    ),
)
