"""The forms of "my path", and the coach's answer to a question."""

from tests.whole.forms.case import BRIEF, CAME, DESK, Case, Reads

PATH, DRIVE, QUESTIONS = "/me/path", "/me/min/drive", "/me/min/questions"
NETWORK, PROFILE, BIG_GOAL = "/me/min/network", "/me/profile", "/me/big-goal"
DESK_PATH = f"{DESK}/path"
CONTACT = "Aunt Sahra in secret"


def nobody_else(words: str) -> tuple[Reads, ...]:
    """Everywhere the coach could read, and the page of another participant."""
    return (
        Reads("amina", DESK_PATH, words),
        Reads("amina", BRIEF, words),
        Reads("amina", DESK, words),
        Reads("yusuf", PATH, words),
    )


CASES = (
    Case(
        "participant.add_drive",
        (Reads("hodan", DRIVE, "{text}"), Reads("amina", DESK_PATH, "{text}")),
        never=(Reads("yusuf", DRIVE, "{text}"),),
        fill={"who": "coach"},
        on=("hodan", f"{DRIVE}/own"),
    ),
    Case(
        "participant.add_drive",
        (Reads("hodan", DRIVE, "I do it for my children"), Reads("hodan", DRIVE, "Only me")),
        never=nobody_else("for my children"),
        fill={"who": "me", "text": ""},
        on=("hodan", f"{DRIVE}/children"),
    ),
    Case(
        "participant.ask",
        (
            Reads("hodan", QUESTIONS, "{text}"),
            Reads("amina", DESK_PATH, "{text}"),
            Reads("amina", BRIEF, "2 questions wait for an answer."),
        ),
        never=(Reads("yusuf", QUESTIONS, "{text}"),),
    ),
    Case(
        "coach.reply",
        (
            Reads("hodan", QUESTIONS, "{text}"),
            Reads("hodan", QUESTIONS, "{person} answered on"),
            Reads("hodan", "/me/min", "2 new answers"),
            Reads("hodan", "/me/log", "Answered a question from you."),
        ),
        never=(Reads("amina", BRIEF, "waits for an answer"),),
        on=("amina", DESK_PATH + "/questions/{question}"),
    ),
    Case(
        "coach.reply",
        (Reads("hodan", QUESTIONS, "{person} will answer by Tuesday 1 December."),),
        fill={"text": ""},
        on=("amina", DESK_PATH + "/questions/{question}"),
    ),
    Case(
        "participant.read_reply read",
        (Reads("hodan", "/me/min", "Ask a question"),),
        never=(Reads("hodan", "/me/min", "new answer"),),
        on=("hodan", QUESTIONS),
    ),
    Case(
        "participant.add_contact",
        (Reads("hodan", NETWORK, "{person}"), Reads("hodan", NETWORK, "{how}")),
        never=(*nobody_else("{person}"), *nobody_else("{text}"), *nobody_else("{how}")),
        on=("hodan", f"{NETWORK}/new"),
    ),
    Case(
        "participant.mark_entry done",
        (
            Reads("hodan", NETWORK, "In touch on Monday 23 November"),
            Reads("amina", DESK_PATH, "Hodan has been in touch with 2 people"),
        ),
        never=nobody_else(CONTACT),
        on=("hodan", NETWORK),
    ),
    Case(
        "participant.mark_entry undone",
        (Reads("hodan", CAME, "Saved"),),
        never=(Reads("amina", DESK_PATH, "has been in touch"),),
        on=("hodan", NETWORK),
    ),
    Case(
        "participant.rewrite_entry",
        (Reads("hodan", NETWORK, "{person}"),),
        never=(Reads("hodan", NETWORK, CONTACT), *nobody_else("{person}")),
        on=("hodan", "/me/path/{contact}"),
    ),
    Case(
        "participant.rewrite_entry",
        (Reads("hodan", QUESTIONS, "{text}"), Reads("amina", DESK_PATH, "{text}")),
        never=(Reads("amina", DESK_PATH, "Who pays for the course?"),),
        on=("hodan", "/me/path/{question}"),
    ),
    Case(
        "participant.remove_entry away",
        (Reads("hodan", CAME, "Put it back"),),
        never=(
            Reads("hodan", QUESTIONS, "When does the course begin?"),
            Reads("amina", DESK_PATH, "When does the course begin?"),
        ),
        on=("hodan", QUESTIONS),
    ),
    Case(
        "participant.remove_entry back",
        (Reads("hodan", QUESTIONS, "Who pays for the course?"),),
        on=("hodan", QUESTIONS + "?undo={question}"),
    ),
    Case(
        "participant.write_section",
        (
            Reads("hodan", PROFILE, "{text}"),
            Reads("amina", DESK_PATH, "{text}"),
            Reads("amina", BRIEF, "New or changed:"),
        ),
        never=(Reads("yusuf", PROFILE, "{text}"),),
        fill={"who": "coach"},
        on=("hodan", f"{PROFILE}/1"),
    ),
    Case(
        "participant.write_section",
        (
            Reads("hodan", PROFILE, "{text}"),
            Reads("hodan", f"{PROFILE}/employer", "{text}"),
        ),
        never=nobody_else("{text}"),
        fill={"who": "me"},
        on=("hodan", f"{PROFILE}/6"),
    ),
    Case(
        "participant.set_big_goal",
        (
            Reads("hodan", BIG_GOAL, "{text}"),
            Reads("hodan", BIG_GOAL, "{place}"),
            Reads("hodan", PATH, "{text}"),
            Reads("amina", DESK_PATH, "{text}"),
            Reads("amina", DESK_PATH, "{place}"),
            Reads("amina", BRIEF, "the big goal"),
        ),
        never=(Reads("amina", DESK_PATH, "I cook in a school"),),
        fill={"who": "coach", "months": "18"},
        on=("hodan", f"{BIG_GOAL}/learning"),
    ),
    Case(
        "participant.set_big_goal",
        (Reads("hodan", BIG_GOAL, "I do not know yet"),),
        never=(*nobody_else("I do not know yet"), *nobody_else("I cook in a school")),
        fill={"who": "me"},
        on=("hodan", f"{BIG_GOAL}/unknown"),
    ),
    Case(
        "participant.add_try",
        (Reads("hodan", BIG_GOAL, "{text}"),),
        never=nobody_else("{text}"),
        fill={"who": "me"},
        on=("hodan", f"{BIG_GOAL}/tries/new"),
    ),
    Case(
        "participant.tried",
        (
            Reads("hodan", BIG_GOAL, "{outcome}"),
            Reads("hodan", BIG_GOAL, "Tried on Monday 23 November"),
            Reads("amina", DESK_PATH, "{outcome}"),
        ),
    ),
)
