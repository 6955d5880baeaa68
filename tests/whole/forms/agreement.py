"""The forms about the whole plan on a date, and about other words for a goal."""

from tests.whole.forms.case import BRIEF, CAME, DESK_PLAN, GOAL, PLAN, Case, Reads

MINE, DESK = f"{PLAN}/agreed", f"{DESK_PLAN}/agreed"
TODAY = "Monday 23 November"

CASES = (
    Case(
        "participant.answer_plan",
        (
            Reads("hodan", CAME, "{reason}"),
            Reads("amina", DESK + "/{plan}", "{reason}"),
            Reads("amina", DESK, "You do not both agree"),
            Reads("hodan", PLAN, "You do not agree on the whole plan"),
        ),
        never=(Reads("yusuf", MINE, "{reason}"),),
        fill={"value": "no"},
        on=("hodan", MINE + "/{plan}"),
    ),
    Case(
        "coach.answer_plan yes",
        (Reads("amina", CAME, "Saved"), Reads("hodan", MINE, "agreed")),
        on=("amina", DESK + "/{plan}"),
    ),
    Case(
        "coach.answer_plan yes_but",
        (Reads("hodan", MINE + "/{plan}", "{reason}"),),
        on=("amina", DESK + "/{plan}"),
    ),
    Case(
        "coach.answer_plan no",
        (
            Reads("hodan", MINE + "/{plan}", "{reason}"),
            Reads("hodan", "/me/log", "Answered something in your plan."),
        ),
        on=("amina", DESK + "/{plan}"),
    ),
    Case(
        "participant.freeze_plan",
        (
            Reads("hodan", CAME, "It waits for your coach's answer"),
            Reads("amina", DESK, "It waits for your answer"),
            Reads("amina", BRIEF, "waits for your answer"),
        ),
        never=(Reads("amina", DESK, "in secret"),),
    ),
    Case(
        "coach.freeze_plan",
        (
            Reads("amina", CAME, "waits for Hodan"),
            Reads("hodan", PLAN, "It waits for your answer"),
            Reads("hodan", "/me/log", "Made a plan with the date"),
        ),
    ),
    Case(
        "coach.rewrite_goal",
        (
            Reads("hodan", GOAL, "{text}"),
            Reads("hodan", GOAL, "The text was changed on " + TODAY),
            Reads("hodan", PLAN + "/{goal}/history", "I want to work in a kitchen"),
        ),
        on=("amina", DESK_PLAN + "/goals/{goal}"),
    ),
)
