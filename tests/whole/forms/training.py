"""The forms about activities and work training, of both doors."""

from tests.whole.forms.case import BRIEF, CAME, DESK, PLAN, Case, Reads

MINE, ACTIVITIES, TRAINING = "/me/training", f"{DESK}/activities", f"{DESK}/training"
WISHES = f"{MINE}/wishes"

CASES = (
    Case(
        "coach.add_activity",
        (
            Reads("hodan", PLAN, "{title}"),
            Reads("hodan", PLAN, "{contact_name}"),
            Reads("amina", ACTIVITIES, "{organisation}"),
            Reads("hodan", "/me/log", "Changed what is going on for you."),
        ),
        fill={"started_on": "2026-11-20", "ended_on": "", "contact_phone": "08-777 77 77"},
        on=("amina", f"{ACTIVITIES}/new"),
    ),
    Case(
        "coach.correct_activity",
        (Reads("amina", ACTIVITIES, "{title}"),),
        fill={"started_on": "2026-11-20", "ended_on": "", "contact_phone": "08-777 77 77"},
    ),
    Case("coach.end_activity today", (Reads("amina", CAME, "It goes on after all"),)),
    Case("coach.end_activity back", (Reads("amina", CAME, "Today is the last day"),)),
    Case(
        "coach.add_task",
        (
            Reads("hodan", f"{MINE}/week", "{title}"),
            Reads("hodan", "/me/log", "Wrote something about your work training."),
        ),
        on=("amina", f"{TRAINING}/tasks/new"),
    ),
    Case(
        "coach.assign_task on",
        (Reads("hodan", f"{MINE}/week", "The place has asked you to do this"),),
        on=("amina", TRAINING),
    ),
    Case(
        "coach.assign_task off",
        (Reads("amina", CAME, "Put it on this week's list"),),
        on=("amina", TRAINING),
    ),
    Case(
        "coach.remove_task away",
        (Reads("amina", CAME, "Put the task back"),),
        on=("amina", TRAINING),
    ),
    Case(
        "coach.remove_task back",
        (Reads("amina", CAME, "Saved"),),
        on=("amina", f"{TRAINING}?undo={{task}}"),
    ),
    Case(
        "coach.add_support",
        (Reads("hodan", MINE, "{what}"), Reads("hodan", MINE, "{contact}")),
        on=("amina", f"{TRAINING}/support/new"),
    ),
    Case(
        "coach.remove_support away",
        (Reads("hodan", MINE, "Your coach has not written it yet."),),
        on=("amina", TRAINING),
    ),
    Case(
        "coach.remove_support back",
        (Reads("hodan", MINE, "Somebody shows you"),),
        on=("amina", f"{TRAINING}?undo_support={{support}}"),
    ),
    Case("participant.did_task done", (Reads("hodan", CAME, "Saved"),), on=("hodan", MINE)),
    Case(
        "participant.did_task undone",
        (Reads("amina", TRAINING, "0 different tasks"),),
        on=("hodan", MINE),
    ),
    Case("participant.choose_training_week", (Reads("hodan", MINE, "Make coffee"),)),
    Case(
        "participant.wish_task wish",
        (Reads("hodan", CAME, "I do not want to any longer"),),
        on=("hodan", WISHES),
    ),
    Case("participant.wish_task unwish", (Reads("hodan", CAME, "Saved"),), on=("hodan", WISHES)),
    Case(
        "participant.remove_task away",
        (Reads("hodan", CAME, "Put it back"),),
        never=(Reads("amina", TRAINING, "Paint the fence"),),
        on=("hodan", WISHES),
    ),
    Case(
        "participant.remove_task back",
        (Reads("hodan", CAME, "Paint the fence"),),
        on=("hodan", f"{WISHES}?undo={{wished}}"),
    ),
    Case(
        "participant.wish_for_task",
        (Reads("hodan", CAME, "{title}"), Reads("amina", TRAINING, "{title}")),
        on=("hodan", WISHES),
    ),
    Case(
        "participant.did_other_task",
        (Reads("hodan", CAME, "{title}"), Reads("amina", TRAINING, "{title}")),
        on=("hodan", f"{MINE}/other"),
    ),
    Case(
        "participant.note_energy",
        (Reads("hodan", CAME, "Rather alert"),),
        fill={"code": "4"},
        on=("hodan", f"{MINE}/energy"),
    ),
    Case(
        "participant.say_why",
        (Reads("hodan", f"{MINE}/why", "{text}"), Reads("amina", TRAINING, "{text}")),
        fill={"who": "coach"},
        on=("hodan", f"{MINE}/why"),
    ),
    Case(
        "participant.say_why",
        (Reads("hodan", f"{MINE}/why", "{text}"),),
        never=(
            Reads("amina", TRAINING, "{text}"),
            Reads("amina", BRIEF, "{text}"),
            Reads("amina", DESK, "{text}"),
        ),
        fill={"who": "me"},
        on=("hodan", f"{MINE}/why"),
    ),
)
