"""What comes of every form: who reads the words or the choice afterwards, and where.

A form is named by its view and the value of its button. ``{text}`` is what was typed in the field
``text``; ``{hodan}``, ``{goal}`` and the like are references of the world. To add a form: run the
tests, take the name from the failure, and write here where its words are to be found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Reads:
    """``who`` finds ``words`` at the address ``at``; without one, on the page that came.

    ``who`` is a person of the world, "" for nobody, or "phone" for Hodan's own phone. Words that
    begin with < are looked for in the HTML, others in the main part of the page.
    """

    who: str
    at: str
    words: str


@dataclass(frozen=True)
class Case:
    """One way to fill in a form, who reads it, and who never does."""

    form: str
    reads: tuple[Reads, ...]
    never: tuple[Reads, ...] = ()
    fill: Mapping[str, Any] = field(default_factory=dict)
    on: tuple[str, str] | None = None  # who opens which page, where links do not lead there


GOALS, GOAL, PLAN, MEETING = "/me/goals", "/me/goals/{goal}", "/me/plan", "/me/meetings/next"
DESK, BRIEF, DESK_PLAN = "/coach/{hodan}", "/coach/{hodan}/brief", "/coach/{hodan}/plan"
CAME = ""
TALK = "You do not agree yet"


def language(code: str, shown: str) -> Case:
    """A page in a language, chosen on that page."""
    return Case(f"account.language {code}", (Reads("", CAME, shown),))


COMMON = (
    language("sv", '<html lang="sv" dir="ltr">'),
    language("sv@easy", '<html lang="sv" dir="ltr">'),
    language("en", '<html lang="en" dir="ltr">'),
    language("ar", '<html lang="ar" dir="rtl">'),
    Case("account.code", (Reads("", CAME, "Sign in"),), fill={"code": "{hodan.code}"}),
    Case("account.code", (Reads("", CAME, "Choose your language"),), fill={"code": "{sam.code}"}),
    Case(
        "account.check_in",
        (Reads("", CAME, "Hi Hodan!"), Reads("", "/me/goals", "I want to work in a kitchen")),
        fill={"code": "{hodan.code}", "pin": "{hodan.pin}"},
    ),
    Case("account.check_in", (Reads("phone", CAME, "Hi Hodan!"),),
         fill={"pin": "{hodan.pin}"}, on=("phone, signed out", "/enter")),
    Case("account.forget", (Reads("", "/enter", "The code on your card"),),
         on=("phone, signed out", "/enter")),
    Case("account.staff_in", (Reads("", CAME, "My people"),), fill={"password": "{amina.password}"}),
    Case(
        "account.use",
        (Reads("", CAME, "Hi Sam!"), Reads("amina", "/coach/{sam}", "The card has been used.")),
        fill={"pin": "2580"},
    ),
    Case("account.sign_out", (Reads("", CAME, "<p class=\"flash success\""),)),
)  # fmt: skip

GOALS_OF_HODAN = (
    Case(
        "participant.set_goal",
        (Reads("hodan", GOALS, "{text}"), Reads("amina", DESK_PLAN, "{text}"),
         Reads("amina", BRIEF, "New goal: {text}")),
        never=(Reads("yusuf", GOALS, "{text}"),),
        fill={"who": "coach"},
    ),
    Case(
        "participant.set_goal",
        (Reads("hodan", GOALS, "{text}"),),
        never=(Reads("amina", DESK_PLAN, "{text}"), Reads("amina", BRIEF, "{text}"),
               Reads("hodan", PLAN, "{text}")),
        fill={"who": "me"},
    ),
    Case(
        "participant.set_goal",
        (Reads("hodan", GOALS, "To sleep well"), Reads("amina", DESK_PLAN, "To sleep well")),
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
        (Reads("amina", DESK_PLAN, "I want to move away from my uncle"),
         Reads("amina", DESK_PLAN, "I ask my aunt in secret")),
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
        (Reads("hodan", GOAL, "Reached"), Reads("amina", BRIEF, "Reached the goal: I want to work")),
        on=("hodan", GOAL),
    ),
    Case(
        "participant.goal_status dropped",
        (Reads("hodan", GOAL, "Not any more"), Reads("amina", BRIEF, "Let go of the goal: I want")),
        never=(Reads("hodan", PLAN, "I want to work in a kitchen"),),
        on=("hodan", GOAL),
    ),
    Case("participant.goal_status active", (Reads("amina", BRIEF, "Took up the goal again"),)),
)  # fmt: skip

STEPS_OF_HODAN = (
    Case(
        "participant.add_step",
        (Reads("hodan", GOAL, "{text}"), Reads("amina", DESK_PLAN, "{text}"),
         Reads("amina", DESK_PLAN, "{doer_name}"), Reads("hodan", GOAL, "By Tuesday 1 December")),
        fill={"doer": "other"},
        on=("hodan", f"{GOAL}/steps/new"),
    ),
    Case(
        "participant.rewrite_step",
        (Reads("hodan", GOAL, "{text}"), Reads("amina", DESK_PLAN, "{text}")),
        never=(Reads("amina", DESK_PLAN, "I call the restaurant"),),
        on=("hodan", "/me/steps/{step}/edit"),
    ),
    Case("participant.mark_step done", (Reads("amina", BRIEF, "Done: I call the restaurant"),),
         on=("hodan", GOAL)),
    Case("participant.mark_step undone", (Reads("hodan", CAME, "Saved"),),
         never=(Reads("amina", BRIEF, "Done: I write my CV"),), on=("hodan", GOAL)),
    Case(
        "participant.remove_step away",
        (Reads("hodan", CAME, "Put the step back"),),
        never=(Reads("hodan", GOAL, "I call the restaurant"),
               Reads("amina", DESK_PLAN, "I call the restaurant")),
        on=("hodan", GOAL),
    ),
    Case("participant.remove_step back", (Reads("amina", DESK_PLAN, "I call the restaurant"),),
         on=("hodan", GOAL + "?undo={step}")),
)  # fmt: skip

WORDS_OF_HODAN = (
    Case("participant.answer_line yes", (Reads("hodan", CAME, "Saved"),),
         never=(Reads("hodan", PLAN, "Your coach suggests"),), on=("hodan", PLAN)),
    Case(
        "participant.answer_line",
        (Reads("amina", DESK_PLAN, "{reason}"), Reads("hodan", PLAN, TALK),
         Reads("amina", BRIEF, "Said no to: Taste the soup")),
        fill={"value": "no"},
        on=("hodan", "/me/plan/{proposal}"),
    ),
    Case("participant.wish",
         (Reads("hodan", MEETING, "{text}"), Reads("amina", BRIEF, "{text}")),
         never=(Reads("yusuf", MEETING, "{text}"),)),
    Case("participant.withdraw away", (Reads("hodan", CAME, "Put it back"),),
         never=(Reads("amina", BRIEF, "I want to talk about my room"),)),
    Case("participant.withdraw back", (Reads("amina", BRIEF, "I want to talk about my room"),),
         on=("hodan", MEETING + "?undo={wish}")),
    Case("participant.rate", (Reads("hodan", "/me/surveys/mote/2", '<input type="radio" id="code-2" name="code" value="3" checked>'),),
         fill={"code": "3"}, on=("hodan", "/me/surveys/mote/2")),
    Case("participant.rate", (Reads("hodan", "/me/surveys/mote/5", "{text}"),),
         never=(Reads("amina", BRIEF, "{text}"),), on=("hodan", "/me/surveys/mote/5")),
    Case("participant.rate skip", (Reads("hodan", "/me/surveys/mote", "2 of"),),
         on=("hodan", "/me/surveys/mote/5")),
    Case("participant.finished", (Reads("hodan", CAME, "Thank you!"),
                                  Reads("amina", BRIEF, "Answered:")),
         on=("hodan", "/me/surveys/mote/finish")),
    Case("participant.writes_in", (Reads("hodan", "/me/settings", '<option selected value="so">'),),
         fill={"tag": "so"}),
    Case("participant.forget_phone", (Reads("phone", "/me/settings", "Nothing about you stays"),),
         on=("phone", "/me/settings")),
    Case("participant.sign_out_everywhere", (Reads("hodan", "/me", "Sign in"),)),
)  # fmt: skip

DESK_OF_AMINA = (
    Case("coach.people_page", (Reads("amina", CAME, "Yusuf"),),
         never=(Reads("amina", CAME, "Hodan"),), fill={"q": "yus"}),
    Case(
        "coach.make_invitation",
        (Reads("amina", CAME, "{name}"), Reads("amina", "/coach", "{name}"),
         Reads("amina", "/coach", "1 December")),
        never=(Reads("per", "/coach", "{name}"),),
    ),
    Case("coach.book", (Reads("hodan", "/me", "{place}"), Reads("hodan", "/me", "Tuesday 1 December"),
                        Reads("amina", DESK, "{place}"),
                        Reads("hodan", "/me/log", "Booked or changed a meeting.")),
         on=("amina", f"{DESK}/meetings/new")),
    Case("coach.cancel", (Reads("amina", DESK, "No meeting is booked."),),
         never=(Reads("hodan", "/me", "Next meeting"),)),
    Case("coach.act yes", (Reads("amina", CAME, "Saved"),), on=("amina", DESK_PLAN)),
    Case("coach.act yes_but", (Reads("hodan", GOAL, "{reason}"),), on=("amina", DESK_PLAN)),
    Case("coach.act no", (Reads("hodan", GOAL, "{reason}"), Reads("amina", DESK_PLAN, "{reason}"),
                          Reads("hodan", "/me/log", "Answered something in your plan.")),
         on=("amina", DESK_PLAN)),
    Case("coach.act done", (Reads("hodan", GOAL, "Done Monday 23 November"),), on=("amina", DESK_PLAN)),
    Case("coach.act undone", (Reads("amina", CAME, "Saved"),), on=("amina", DESK_PLAN)),
    Case("coach.new_card", (Reads("amina", CAME, "Card for Hodan"), Reads("hodan", "/me", "Sign in")),
         on=("amina", f"{DESK}/card/new")),
    Case("coach.suggest_goal", (Reads("hodan", PLAN, "{text}"), Reads("hodan", "/me/log", "Suggested")),
         on=("amina", f"{DESK_PLAN}/goals/new")),
    Case("coach.suggest_step", (Reads("hodan", PLAN, "{text}"), Reads("hodan", GOAL, "{doer_name}")),
         fill={"doer": "other"}, on=("amina", DESK_PLAN + "/{goal}/steps/new")),
    Case("coach.rewrite_step", (Reads("hodan", GOAL, "{text}"),),
         never=(Reads("hodan", GOAL, "I call the restaurant"),),
         on=("amina", DESK_PLAN + "/steps/{step}")),
)  # fmt: skip

CASES = (*COMMON, *GOALS_OF_HODAN, *STEPS_OF_HODAN, *WORDS_OF_HODAN, *DESK_OF_AMINA)
