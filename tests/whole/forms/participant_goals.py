"""The participant's forms about goals and steps."""

from tests.whole.forms.case import (
    BRIEF,
    CAME,
    DESK_PLAN,
    GOAL,
    GOALS,
    PLAN,
    Case,
    Reads,
)

GOALS_OF_HODAN = (
    Case(
        "participant.set_goal",
        (
            Reads("hodan", GOALS, "{text}"),
            Reads("amina", DESK_PLAN, "{text}"),
            Reads("amina", BRIEF, "New goal: {text}"),
        ),
        never=(Reads("yusuf", GOALS, "{text}"),),
        fill={"who": "coach"},
    ),
    Case(
        "participant.set_goal",
        (Reads("hodan", GOALS, "{text}"),),
        never=(
            Reads("amina", DESK_PLAN, "{text}"),
            Reads("amina", BRIEF, "{text}"),
            Reads("hodan", PLAN, "{text}"),
        ),
        fill={"who": "me"},
    ),
    Case(
        "participant.set_goal",
        (
            Reads("hodan", GOALS, "I want to sleep better"),
            Reads("amina", DESK_PLAN, "I want to sleep better"),
        ),
        fill={"who": "coach", "text": ""},
        on=("hodan", "/me/goals/new/sleep"),
    ),
    Case(
        "participant.rewrite_goal",
        (Reads("hodan", GOAL, "{text}"), Reads("amina", DESK_PLAN, "{text}")),
        never=(Reads("amina", DESK_PLAN, "Too early"),),
        on=("hodan", f"{GOAL}/edit"),
    ),
    Case(
        "participant.share_goal coach",
        (
            Reads("amina", DESK_PLAN, "I want to move away from my uncle"),
            Reads("amina", DESK_PLAN, "I ask my aunt in secret"),
        ),
        on=("hodan", "/me/goals/{draft}"),
    ),
    Case(
        "participant.share_goal me",
        (Reads("hodan", GOAL, "Only me"),),
        never=(Reads("amina", DESK_PLAN, "kitchen"), Reads("amina", BRIEF, "kitchen")),
        on=("hodan", GOAL),
    ),
    Case(
        "participant.goal_status paused",
        (Reads("hodan", GOAL, "Resting"), Reads("amina", BRIEF, "Paused the goal: I want to work")),
        on=("hodan", GOAL),
    ),
    Case(
        "participant.goal_status reached",
        (
            Reads("hodan", GOAL, "Reached"),
            Reads("amina", BRIEF, "Reached the goal: I want to work"),
        ),
        on=("hodan", GOAL),
    ),
    Case(
        "participant.goal_status dropped",
        (Reads("hodan", GOAL, "Not any more"), Reads("amina", BRIEF, "Let go of the goal: I want")),
        never=(Reads("hodan", PLAN, "I want to work in a kitchen"),),
        on=("hodan", GOAL),
    ),
    Case("participant.goal_status active", (Reads("amina", BRIEF, "Took up the goal again"),)),
)

STEPS_OF_HODAN = (
    Case(
        "participant.add_step",
        (
            Reads("hodan", GOAL, "{text}"),
            Reads("amina", DESK_PLAN, "{text}"),
            Reads("amina", DESK_PLAN, "{doer_name}"),
            Reads("hodan", GOAL, "By Tuesday 1 December"),
        ),
        fill={"doer": "other"},
        on=("hodan", f"{GOAL}/steps/new"),
    ),
    Case(
        "participant.rewrite_step",
        (
            Reads("hodan", GOAL, "{text}"),
            Reads("amina", DESK_PLAN, "{text}"),
            Reads("amina", DESK_PLAN, "Before, it said: I call the restaurant"),
        ),
        on=("hodan", "/me/steps/{step}/edit"),
    ),
    Case(
        "participant.mark_step done",
        (Reads("amina", BRIEF, "Done: I call the restaurant"),),
        on=("hodan", GOAL),
    ),
    Case(
        "participant.mark_step undone",
        (Reads("hodan", CAME, "Saved"),),
        never=(Reads("amina", BRIEF, "Done: I write my CV"),),
        on=("hodan", GOAL),
    ),
    Case(
        "participant.remove_step away",
        (Reads("hodan", CAME, "Put the step back"),),
        never=(
            Reads("hodan", GOAL, "I call the restaurant"),
            Reads("amina", DESK_PLAN, "I call the restaurant"),
        ),
        on=("hodan", GOAL),
    ),
    Case(
        "participant.remove_step back",
        (Reads("amina", DESK_PLAN, "I call the restaurant"),),
        on=("hodan", GOAL + "?undo={step}"),
    ),
)

CASES = (*GOALS_OF_HODAN, *STEPS_OF_HODAN)
