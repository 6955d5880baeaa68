"""Forms about who sees answers, a rest from questions, and the coach's own rating."""

from tests.whole.forms.case import CAME, DESK, Case, Reads

SURVEYS = "/me/surveys"
CHECKED = '<input type="radio" id="named-0" name="named" value="coach" checked>'
COUNTED = '<input type="radio" id="named-1" name="named" value="statistics" checked>'
PAUSE = '<form autocomplete="off" method="post" action="/me/surveys/pause"'

CASES = (
    Case(
        "participant.choose",
        (Reads("hodan", f"{SURVEYS}/stod", CHECKED),),
        fill={"named": "coach"},
        on=("hodan", f"{SURVEYS}/stod"),
    ),
    Case(
        "participant.choose",
        (Reads("hodan", f"{SURVEYS}/stod", COUNTED),),
        fill={"named": "statistics"},
        on=("hodan", f"{SURVEYS}/stod"),
    ),
    *(
        Case(
            f"participant.pause {length}",
            (Reads("hodan", SURVEYS, f"You rest from questions until {until}"),),
            never=(Reads("hodan", "/me", "After the meeting"),),
            on=("hodan", page),
        )
        for length, until, page in (
            ("today", "Tuesday 24 November", "/me"),
            ("week", "Monday 30 November", SURVEYS),
            ("month", "Wednesday 23 December", SURVEYS),
            ("day", "Tuesday 1 December", SURVEYS),
        )
    ),
    Case(
        "participant.pause none",
        (Reads("yusuf", SURVEYS, f'{PAUSE} name="rest"'),),
        never=(Reads("yusuf", SURVEYS, f'{PAUSE} name="resume"'),),
        on=("yusuf", SURVEYS),
    ),
    Case(
        "coach.rate",
        (Reads("amina", CAME, "You have answered."),),
        never=(Reads("hodan", "/me/ratings", "Your coach:"),),
        on=("amina", f"{DESK}/surveys/steg"),
    ),
)
