"""The participant's forms about answers, wishes and settings."""

from tests.whole.forms.case import (
    BRIEF,
    CAME,
    DESK_PLAN,
    MEETING,
    PLAN,
    TALK,
    Case,
    Reads,
)

CASES = (
    Case(
        "participant.answer_line yes",
        (Reads("hodan", CAME, "Saved"),),
        never=(Reads("hodan", PLAN, "Your coach suggests"),),
        on=("hodan", PLAN),
    ),
    Case(
        "participant.answer_line",
        (
            Reads("amina", DESK_PLAN, "{reason}"),
            Reads("hodan", PLAN, TALK),
            Reads("amina", BRIEF, "Said no to: Taste the soup"),
        ),
        fill={"value": "no"},
        on=("hodan", "/me/plan/{proposal}"),
    ),
    Case(
        "participant.wish",
        (Reads("hodan", MEETING, "{text}"), Reads("amina", BRIEF, "{text}")),
        never=(Reads("yusuf", MEETING, "{text}"),),
    ),
    Case(
        "participant.withdraw away",
        (Reads("hodan", CAME, "Put it back"),),
        never=(Reads("amina", BRIEF, "I want to talk about my room"),),
    ),
    Case(
        "participant.withdraw back",
        (Reads("amina", BRIEF, "I want to talk about my room"),),
        on=("hodan", MEETING + "?undo={wish}"),
    ),
    Case(
        "participant.rate",
        (
            Reads(
                "hodan",
                "/me/surveys/mote/2",
                '<input type="radio" id="code-2" name="code" value="3" checked>',
            ),
        ),
        fill={"code": "3"},
        on=("hodan", "/me/surveys/mote/2"),
    ),
    Case(
        "participant.rate",
        (Reads("hodan", "/me/surveys/mote/5", "{text}"),),
        never=(Reads("amina", BRIEF, "{text}"),),
        on=("hodan", "/me/surveys/mote/5"),
    ),
    Case(
        "participant.rate skip",
        (Reads("hodan", "/me/surveys", "2 of 5 questions"),),
        on=("hodan", "/me/surveys/mote/5"),
    ),
    Case(
        "participant.finished",
        (Reads("hodan", CAME, "Thank you!"), Reads("amina", BRIEF, "Answered:")),
        on=("hodan", "/me/surveys/mote/finish"),
    ),
    Case(
        "participant.writes_in",
        (Reads("hodan", "/me/settings", '<option selected value="so">'),),
        fill={"tag": "so"},
    ),
    Case(
        "participant.forget_phone",
        (Reads("phone", "/me/settings", "Nothing about you stays"),),
        on=("phone", "/me/settings"),
    ),
    Case("participant.sign_out_everywhere", (Reads("hodan", "/me", "Sign in"),)),
)
