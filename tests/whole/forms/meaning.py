"""The forms about what own words mean in Swedish."""

from tests.support.meaning import TOLD, TOLD_WISH
from tests.whole.forms.case import BRIEF, CAME, DESK_PLAN, GOAL, Case, Reads

WORDS, MINE = "/coach/{hodan}/words", "/me/words"

CASES = (
    Case(
        "coach.tell_meaning",
        (
            Reads("amina", WORDS, "{text}"),
            Reads("amina", DESK_PLAN, "{text}"),
            Reads("amina", BRIEF, "{text}"),
            Reads("hodan", MINE, "{text}"),
            Reads("hodan", GOAL, "{text}"),
            Reads("hodan", "/me", "Your coach has written what your words mean in Swedish."),
            Reads("hodan", "/me/log", "Wrote what your own words mean in Swedish."),
        ),
        never=(Reads("yusuf", MINE, "{text}"),),
        fill={"text": "Jag vill jobba i kök", "source": "coach"},
        on=("amina", WORDS + "/line-{goal}"),
    ),
    Case(
        "coach.ask_machine machine",
        (
            Reads("amina", CAME, "På svenska: I want to work in a kitchen"),
            Reads("amina", WORDS, "translated by a machine on Monday 23 November: may be wrong"),
            Reads("hodan", MINE, "translated by a machine on Monday 23 November: may be wrong"),
            Reads("hodan", "/me/log", "Let a machine translate your own words."),
        ),
        never=(Reads("yusuf", MINE, "På svenska"),),
        fill={"text": ""},
        on=("amina", WORDS + "/line-{goal}"),
    ),
    Case(
        "participant.answer_meaning yes",
        (
            Reads("hodan", MINE, "You said: yes, that is what I meant"),
            Reads("amina", WORDS, "Yes, this is what was meant"),
        ),
        on=("hodan", MINE),
    ),
    Case(
        "participant.answer_meaning not_yet",
        (
            Reads("hodan", MINE, "{text}"),
            Reads("amina", WORDS, "{text}"),
            Reads("amina", WORDS, "Not yet what was meant"),
            Reads("amina", BRIEF, "Not yet what was meant"),
            Reads("amina", BRIEF, TOLD),
        ),
        never=(Reads("yusuf", MINE, "{text}"), Reads("yusuf", MINE, TOLD_WISH)),
        on=("hodan", MINE + "/wish-{told_wish}"),
    ),
)
