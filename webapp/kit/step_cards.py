"""The words on the picture cards for steps, in the reader's language."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from flask_babel import lazy_gettext

from webapp.domain.agreement.rules import Wording
from webapp.domain.goals.step_cards import STEP_CARDS, StepCard
from webapp.kit import languages

# Translators: These are small steps on picture cards. Who does it stands beside the card, so each
# says only what is done, like an entry in a list of things to do. Keep it short and easy.
STEP_TEXTS: Mapping[str, Any] = {
    "step-call": lazy_gettext("Call and ask"),
    "step-visit": lazy_gettext("Visit a workplace"),
    "step-form": lazy_gettext("Fill in a form"),
    # Translators: the place where one sees a nurse or a doctor.
    "step-health": lazy_gettext("Book a time at the health centre"),
    "step-cv": lazy_gettext("Write a CV"),
    "step-apply-job": lazy_gettext("Apply for a job"),
    "step-ask-around": lazy_gettext("Ask people I know about work"),
    "step-try-day": lazy_gettext("Try a workplace for a day"),
    "step-apply-course": lazy_gettext("Apply for a course"),
    # Translators: a place where people meet to practise Swedish.
    "step-language-cafe": lazy_gettext("Go to a language café"),
    "step-words": lazy_gettext("Learn ten new words in Swedish"),
    "step-interpreter": lazy_gettext("Book an interpreter"),
    # Translators: for example an identity card, school reports and certificates.
    "step-papers": lazy_gettext("Find important papers"),
    "step-computer": lazy_gettext("Practise on a computer"),
    "step-money": lazy_gettext("Talk to somebody about money"),
    "step-walk": lazy_gettext("Go for a walk every day"),
}


def step_cards() -> list[tuple[str, str, str]]:
    """The cards as (id, icon, words)."""
    return [(card.id, card.icon, str(STEP_TEXTS[card.id])) for card in STEP_CARDS]


def chosen(card_id: str | None) -> StepCard | None:
    """The card with this id, or None: the step is in own words."""
    return next((card for card in STEP_CARDS if card.id == card_id), None)


def on_card(text: str, card_id: str | None) -> str | None:
    """The card, when the text is still what stands on it in any language. Else the words are own.

    The language may have been changed between the page and the answer.
    """
    card = chosen(card_id)
    if card is None:
        return None
    said = str(STEP_TEXTS[card.id])
    return card.id if text.strip() in {said, *_in_other_languages(card.id)} else None


def _in_other_languages(card_id: str) -> set[str]:
    found = set()
    for language in languages.languages():
        with languages.speaking(language.code):
            found.add(str(STEP_TEXTS[card_id]))
    return found


class StepFields(Protocol):
    """The fields of a form about a step, in either door."""

    text: Any
    card: Any
    doer: Any
    doer_name: Any
    due_on: Any


def step_wording(form: StepFields, before: Wording | None = None) -> Wording:
    """What the form says; ``before`` is what the step said until now."""
    doer = form.doer.data
    return replace(
        step_words(form.text.data or "", form.card.data, before),
        doer=doer,
        doer_name=(form.doer_name.data or "") if doer == "other" else "",
        due_on=form.due_on.data,
    )


def step_words(text: str, card_id: str | None, before: Wording | None = None) -> Wording:
    """The step's text: the picture's words in the reader's language, or own words in theirs.

    ``before`` is what it said until now: the same picture is the same text, in any language.
    """
    card = on_card(text, card_id)
    if card is None:
        return Wording(text, languages.own_words())
    if before is not None and before.card == card:
        return Wording(before.text, before.lang, card=card)
    return Wording(str(STEP_TEXTS[card]), languages.current().tag, card=card)
