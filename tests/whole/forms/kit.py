"""The forms about what goes with to the meeting, the paper, and what was decided."""

from tests.whole.forms.case import BRIEF, CAME, DESK, Case, Reads

KIT, PREVIEW, MAKE = "/me/meetings/next/kit", "/me/meetings/next/brief", "/me/meetings/next/paper"
PAPER, COACH_PAPER = "/me/meetings/paper/{paper}", DESK + "/paper/{paper}"
BACK, COACH_BACK = "/me/meetings/paper/{paper_back}", DESK + "/paper/{paper_back}"
MINE = "/me/meetings/{met}/decided"
THEIRS = DESK + "/meetings/{met}/decided"
CHOSEN = "Hodan has chosen what comes first."

CHOICES = (
    Case(
        "participant.save_kit",
        (Reads("amina", BRIEF, CHOSEN), Reads("hodan", PREVIEW, CHOSEN)),
        on=("hodan", KIT),
    ),
    Case("participant.move_up", (Reads("amina", BRIEF, CHOSEN),), on=("hodan", KIT)),
    Case("participant.move_down", (Reads("amina", BRIEF, CHOSEN),), on=("hodan", KIT)),
)

PAPERS = (
    Case(
        "participant.make_paper",
        (Reads("hodan", CAME, "I want to talk about my room"), Reads("hodan", MAKE, "Papers")),
        on=("hodan", MAKE),
    ),
    Case(
        "participant.take_paper_back away",
        (Reads("hodan", MAKE, "taken back"),),
        never=(Reads("amina", DESK + "/paper", "{paper}"),),
        on=("hodan", PAPER),
    ),
    Case(
        "participant.take_paper_back back",
        (Reads("amina", COACH_BACK, "Number of this paper"),),
        on=("hodan", BACK),
    ),
    Case(
        "coach.make_paper",
        (
            Reads("amina", CAME, "I want to talk about my room"),
            Reads("hodan", "/me/log", "Made a paper for your meeting."),
        ),
        on=("amina", DESK + "/paper"),
    ),
)

DECISIONS = (
    Case(
        "participant.decide",
        (
            Reads("hodan", MINE, "{text}"),
            Reads("amina", THEIRS, "{text}"),
            Reads("amina", BRIEF, "{text}"),
            Reads("hodan", PREVIEW, "{text}"),
        ),
        never=(Reads("yusuf", "/me/plan", "{text}"),),
        on=("hodan", MINE),
    ),
    Case(
        "participant.answer_decision yes",
        (Reads("amina", THEIRS, "You both agree"),),
        on=("hodan", MINE),
    ),
    Case(
        "participant.answer_decision",
        (Reads("amina", THEIRS, "{reason}"), Reads("hodan", MINE, "{reason}")),
        fill={"value": "no"},
        on=("hodan", MINE + "/{decided_coach}"),
    ),
    Case(
        "participant.reword_decision",
        (Reads("amina", THEIRS, "{text}"), Reads("hodan", MINE, "{text}")),
        never=(Reads("amina", THEIRS, "Amina calls the boss"),),
        on=("hodan", MINE + "/{decided_coach}"),
    ),
    Case(
        "participant.remove_decision away",
        (Reads("hodan", CAME, "Put it back"),),
        never=(Reads("amina", THEIRS, "I send the form on Friday"),),
        on=("hodan", MINE + "/{decided}"),
    ),
    Case(
        "participant.remove_decision back",
        (Reads("hodan", CAME, "It is back."),),
        on=("hodan", MINE + "?undo={decided}"),
    ),
    Case(
        "coach.decide",
        (
            Reads("amina", THEIRS, "{text}"),
            Reads("hodan", MINE, "{text}"),
            Reads("hodan", "/me/log", "Wrote what you decided at a meeting."),
        ),
        never=(Reads("yusuf", "/me/plan", "{text}"),),
        on=("amina", THEIRS),
    ),
    Case(
        "coach.answer_decision yes",
        (Reads("hodan", MINE, "You and your coach agree"),),
        on=("amina", THEIRS + "/{decided}"),
    ),
    Case(
        "coach.answer_decision yes_but",
        (Reads("hodan", MINE, "{reason}"),),
        on=("amina", THEIRS + "/{decided}"),
    ),
    Case(
        "coach.answer_decision no",
        (Reads("hodan", MINE, "{reason}"),),
        on=("amina", THEIRS + "/{decided}"),
    ),
    Case(
        "coach.reword_decision",
        (Reads("hodan", MINE, "{text}"),),
        never=(Reads("hodan", MINE, "I send the form on Friday"),),
        on=("amina", THEIRS + "/{decided}"),
    ),
    Case(
        "coach.remove_decision away",
        (Reads("amina", CAME, "Put it back"),),
        never=(Reads("hodan", MINE, "Amina calls the boss"),),
        on=("amina", THEIRS + "/{decided_coach}"),
    ),
    Case(
        "coach.remove_decision back",
        (Reads("amina", CAME, "It is back."),),
        on=("amina", THEIRS + "?undo={decided_coach}"),
    ),
)

CASES = (*CHOICES, *PAPERS, *DECISIONS)
