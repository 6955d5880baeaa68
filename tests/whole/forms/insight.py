"""The project leader's forms, and what staff answer about the work."""

from tests.whole.forms.case import CAME, Case, Reads

EGEN = "/insight/instruments/egen"

CASES = (
    Case(
        "insight.switch",
        (
            Reads("karin", CAME, "Switched off"),
            Reads("karin", EGEN, "Karin"),
            Reads("karin", "/insight/instruments", "Switched off"),
        ),
        fill={"state": "off", "from_on": "", "until_on": ""},
        on=("karin", EGEN),
    ),
    Case(
        "insight.switch",
        (
            Reads(
                "karin", "/insight/instruments", "From Tuesday 1 December to Thursday 31 December"
            ),
        ),
        fill={"state": "on", "from_on": "2026-12-01", "until_on": "2026-12-31"},
        on=("karin", EGEN),
    ),
    Case(
        "insight.answer_questions",
        (
            Reads("karin", CAME, "Thank you!"),
            Reads("karin", "/insight/questions/till", "You have answered this year"),
            Reads("karin", "/insight/questions/till/result", "Fewer than 10 have answered"),
        ),
        on=("karin", "/insight/questions/till"),
    ),
    Case(
        "coach.answer_questions",
        (
            Reads("amina", CAME, "Thank you!"),
            Reads("amina", "/coach/questions/hori", "You have answered this year"),
            Reads("karin", "/insight/questions/hori/result", "Fewer than 10 have answered"),
        ),
        on=("amina", "/coach/questions/hori"),
    ),
)
