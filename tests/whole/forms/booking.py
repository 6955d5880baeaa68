"""The forms around meetings."""

from tests.whole.forms.case import BRIEF, CAME, DESK, Case, Reads

MINE, THEIRS = "/me/meetings/{later}", f"{DESK}/meetings/" + "{later}"

PARTICIPANT = (
    Case(
        "participant.ask_meeting",
        (
            Reads("hodan", "/me", "You have asked for another time."),
            Reads("amina", BRIEF, "{text}"),
            Reads("amina", "/coach", "Wants another time, or cannot come"),
        ),
        never=(Reads("yusuf", "/me/meetings", "{text}"), Reads("per", "/coach", "{text}")),
        fill={"kind": "move"},
    ),
    Case(
        "participant.unask_meeting away",
        (Reads("hodan", CAME, "You have taken it back."),),
        never=(Reads("amina", THEIRS, "The bus comes at eleven"),),
    ),
    Case(
        "participant.unask_meeting back",
        (
            Reads("hodan", CAME, "You have asked again."),
            Reads("amina", f"{DESK}/meetings/" + "{soon}", "I had a fever"),
        ),
        on=("hodan", "/me/meetings/{soon}?asked={taken}"),
    ),
    Case(
        "participant.bring_guest",
        (Reads("hodan", MINE, "{name}"), Reads("amina", THEIRS, "{name}")),
        never=(Reads("yusuf", "/me/meetings", "{name}"),),
        on=("hodan", f"{MINE}/people/new"),
    ),
    Case(
        "participant.unbring_guest away",
        (Reads("hodan", CAME, "Put it back"),),
        never=(Reads("amina", THEIRS, "My neighbour Ayan"),),
        on=("hodan", MINE),
    ),
    Case(
        "participant.unbring_guest back",
        (Reads("hodan", CAME, "It is back."), Reads("amina", THEIRS, "My neighbour Ayan")),
        on=("hodan", MINE + "?undo={friend}"),
    ),
    Case(
        "participant.answer_guest",
        (
            Reads("hodan", MINE, "{reason}"),
            Reads("amina", THEIRS, "{reason}"),
            Reads("amina", THEIRS, "Hodan says no"),
        ),
        never=(Reads("per", "/coach", "{reason}"),),
        fill={"says": "no"},
        on=("hodan", MINE + "/people/{doctor}"),
    ),
    Case(
        "participant.wish_interpreter",
        (Reads("hodan", MINE, "{other}"), Reads("amina", THEIRS, "{other}")),
        never=(Reads("yusuf", "/me/meetings", "{other}"),),
        fill={"wanted": "yes"},
        on=("hodan", f"{MINE}/interpreter"),
    ),
    Case(
        "participant.have_seen 1",
        (Reads("hodan", CAME, "Saved"), Reads("amina", THEIRS, "Hodan has seen the change")),
        on=("hodan", MINE),
    ),
)

COACH = (
    Case(
        "coach.move_meeting",
        (
            Reads("hodan", MINE, "{place}"),
            Reads("hodan", MINE, "Moved from"),
            Reads("hodan", "/me", "A meeting is moved"),
            Reads("hodan", "/me/log", "Moved a meeting."),
        ),
        never=(Reads("yusuf", "/me/meetings", "{place}"),),
        on=("amina", f"{THEIRS}/move"),
    ),
    Case(
        "coach.keep_meeting",
        (Reads("hodan", MINE, "{reply}"), Reads("hodan", "/me/log", "Answered you about the time")),
        on=("amina", f"{THEIRS}/keep"),
    ),
    Case(
        "coach.name_guest",
        (
            Reads("hodan", MINE, "{name}"),
            Reads("hodan", MINE, "{organisation}"),
            Reads("hodan", MINE, "{part}"),
            Reads("hodan", "/me/log", "Wrote who comes to a meeting."),
        ),
        never=(Reads("yusuf", "/me/meetings", "{name}"),),
        on=("amina", f"{THEIRS}/people/new"),
    ),
    Case(
        "coach.unname_guest away",
        (Reads("amina", CAME, "Put it back"),),
        never=(Reads("hodan", MINE, "Doctor Nilsson"),),
        on=("amina", THEIRS),
    ),
    Case(
        "coach.unname_guest back",
        (Reads("hodan", MINE, "Doctor Nilsson"),),
        on=("amina", THEIRS + "?undo={doctor}"),
    ),
    Case(
        "coach.mark_interpreter",
        (Reads("hodan", MINE, "{why}"), Reads("hodan", "/me/log", "about the interpreter")),
        never=(Reads("yusuf", "/me/meetings", "{why}"),),
        fill={"state": "impossible"},
        on=("amina", f"{THEIRS}/interpreter"),
    ),
)

CASES = (*PARTICIPANT, *COACH)
