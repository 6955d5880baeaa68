"""The forms about how it goes, own steps and obstacles."""

from tests.support.outcomes import SECRET_STEP
from tests.whole.forms.case import BRIEF, CAME, DESK, Case, Reads

STEPS, OUTCOME, OBSTACLES = "/me/steps", f"{DESK}/outcome", "/coach/obstacles"
BUS = "I took the bus alone"

OWN_STEPS = (
    Case(
        "participant.write_own_step",
        (
            Reads("hodan", STEPS, "{text}"),
            Reads("amina", OUTCOME, "{text}"),
            Reads("amina", BRIEF, "{text}"),
        ),
        never=(Reads("yusuf", STEPS, "{text}"),),
        fill={"who": "coach", "happened_on": "2026-11-20"},
        on=("hodan", f"{STEPS}/new"),
    ),
    Case(
        "participant.write_own_step",
        (Reads("hodan", STEPS, "{text}"), Reads("hodan", STEPS, "Friday 20 November")),
        never=(Reads("amina", OUTCOME, "{text}"), Reads("amina", BRIEF, "{text}")),
        fill={"who": "me", "happened_on": "2026-11-20"},
        on=("hodan", f"{STEPS}/new"),
    ),
    Case(
        "participant.rewrite_own_step",
        (Reads("hodan", STEPS, "{text}"),),
        fill={"happened_on": "2026-11-19"},
    ),
    Case("participant.share_own_step coach", (Reads("amina", OUTCOME, SECRET_STEP),)),
    Case(
        "participant.share_own_step me",
        (Reads("hodan", STEPS, BUS),),
        never=(Reads("amina", OUTCOME, BUS), Reads("amina", BRIEF, BUS)),
    ),
    Case("participant.remove_own_step away", (Reads("hodan", CAME, "Put the step back"),)),
    Case("participant.remove_own_step back", (Reads("hodan", CAME, "The step is back."),),
         on=("hodan", STEPS + "?undo={own_step}")),
)  # fmt: skip

OUTCOMES = (
    Case(
        "coach.register_outcome",
        (
            Reads("amina", OUTCOME, "Friday 20 November"),
            Reads("hodan", STEPS, "Amina wrote this."),
            Reads("hodan", STEPS, "Friday 20 November"),
            Reads("hodan", "/me/log", "Wrote down how it goes for you"),
        ),
        never=(Reads("yusuf", STEPS, "Amina wrote this."),),
        fill={"happened_on": "2026-11-20"},
        on=("amina", f"{OUTCOME}/start"),
    ),
    Case("coach.withdraw_outcome away", (Reads("amina", CAME, "Put it back"),)),
    Case(
        "coach.withdraw_outcome back",
        (Reads("amina", CAME, "It is back."),),
        on=("amina", OUTCOME + "?undo={outcome}"),
    ),
    Case(
        "participant.answer_outcome yes",
        (
            Reads("hodan", STEPS, "You have said that it is right"),
            Reads("amina", OUTCOME, "Hodan says that it is right"),
        ),
        on=("hodan", STEPS),
    ),
    Case(
        "participant.answer_outcome",
        (
            Reads("hodan", STEPS, "{reason}"),
            Reads("amina", OUTCOME, "{reason}"),
            Reads("amina", BRIEF, "{reason}"),
        ),
        never=(Reads("yusuf", STEPS, "{reason}"),),
        fill={"value": "no"},
        on=("hodan", STEPS + "/outcomes/{outcome_no}"),
    ),
)

LOG = (
    Case(
        "coach.write_obstacle",
        (Reads("amina", CAME, "{text}"), Reads("amina", OBSTACLES, "{text}")),
        never=(Reads("per", OBSTACLES, "{text}"),),
        fill={"days_lost": "21"},
        on=("amina", f"{OBSTACLES}/new"),
    ),
    Case(
        "coach.change_obstacle",
        (Reads("amina", CAME, "{comment}"), Reads("amina", CAME, "30 days lost")),
        never=(Reads("per", OBSTACLES, "The office was closed"),),
        fill={"status": "raised", "days_lost": "30"},
    ),
)

CASES = (*OWN_STEPS, *OUTCOMES, *LOG)
