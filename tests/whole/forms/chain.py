"""Asking about a line of the log, and checking a receipt."""

from tests.support.world import DRAFT
from tests.whole.forms.case import CAME, DESK, Case, Reads

LINE, QUESTIONS = "/me/log/{line}", "/me/min/questions"

CASES = (
    Case(
        "participant.ask_about",
        (
            Reads("hodan", QUESTIONS, "{text}"),
            Reads("hodan", LINE, "You have asked about this"),
            Reads("amina", f"{DESK}/path", "{text}"),
            Reads("amina", f"{DESK}/path", "About the list of who has opened the page."),
            Reads("amina", f"{DESK}/brief", "2 questions wait for an answer."),
        ),
        never=(Reads("yusuf", QUESTIONS, "{text}"),),
        on=("hodan", LINE),
    ),
    Case(
        "coach.check_receipt",
        (
            Reads("amina", CAME, "The receipt is right"),
            Reads("amina", CAME, "A goal or a step"),
            Reads("hodan", "/me/log", "Checked a receipt that you showed."),
        ),
        fill={"code": "{receipt}"},
        on=("amina", f"{DESK}/receipt"),
    ),
    Case(
        "coach.check_receipt",
        (Reads("amina", CAME, "The receipt is right"), Reads("amina", CAME, "may be private")),
        never=(Reads("amina", CAME, DRAFT), Reads("amina", CAME, "A goal")),
        fill={"code": "{draft_receipt}"},
        on=("amina", f"{DESK}/receipt"),
    ),
    Case(
        "coach.check_receipt",
        (Reads("amina", CAME, "Hodan has no receipt with this code"),),
        fill={"code": "22-2222"},
        on=("amina", f"{DESK}/receipt"),
    ),
)
