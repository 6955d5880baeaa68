"""What own words mean in Swedish: short ways to write it in a test."""

from dataclasses import replace
from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.record import opened, wish
from tests.support.store import Store
from webapp.domain.meaning.reading import meanings
from webapp.domain.meaning.rules import Meanings, MeaningView
from webapp.domain.words import reading, service
from webapp.domain.words.rules import OwnWords

TOLD_WISH, TOLD = "Waxaan rabaa qol", "Jag vill ha ett rum"


def shared_words(store: Store, coach: Colleague, person: Participant) -> tuple[OwnWords, ...]:
    """The own words that the coach may read and that are not in Swedish."""
    return store.ask(reading.shared_words, record=opened(store, coach, person, "words"))


def own_words(store: Store, person: Participant) -> tuple[OwnWords, ...]:
    """The same as the person sees them."""
    return store.ask(reading.own_words, participant_id=person.id)


def all_meanings(store: Store, person: Participant) -> Meanings:
    """What each text means."""
    return store.ask(meanings, participant_id=person.id)


def meaning(store: Store, coach: Colleague, person: Participant) -> MeaningView:
    """The meaning of the only shared words that have one, as the coach reads it."""
    (found,) = [each.meaning for each in shared_words(store, coach, person) if each.meaning]
    return found


def said(store: Store, coach: Colleague, person: Participant, text: str) -> OwnWords:
    """The shared words with this text. Fails when they are not shared."""
    return next(each for each in shared_words(store, coach, person) if each.text == text)


def tell(
    store: Store, coach: Colleague, person: Participant, words: OwnWords, text: str, **given: Any
) -> str:
    """The coach tells what the words mean. Gives the reference of the meaning."""
    return store.do(
        service.tell_meaning,
        actor=coach.actor,
        record=opened(store, coach, person, "meaning"),
        text=text,
        **{"name": words.name, "seen": words.digest, "source": "coach", **given},
    ).object_ref


def answer(
    store: Store, person: Participant, ref: str, value: str, text: str = "", **given: Any
) -> None:
    """What the person says to it."""
    store.do(
        service.answer_meaning,
        actor=person.actor,
        ref=ref,
        value=value,
        text=text,
        **{"lang": person.language, **given},
    )


def stand_in_world(store: Store, hodan: Participant, amina: Colleague) -> dict[str, str]:
    """A wish in Somali that Amina has told the Swedish of, which Hodan has not answered.

    Gives its reference.
    """
    ref = wish(store, replace(hodan, language="so"), TOLD_WISH)
    tell(store, amina, hodan, said(store, amina, hodan, TOLD_WISH), TOLD)
    return {"told_wish": ref}
