"""My path: short ways to read, change and answer it in a test."""

from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.seen import as_seen
from tests.support.store import Store
from webapp.domain.profile import replies, service
from webapp.domain.profile.reading import own_entry
from webapp.domain.profile.rules import EntryView, Reply, SharedPath, Words


def entry(store: Store, person: Participant, ref: str) -> EntryView:
    """One thing that the person has written, private or shared."""
    return store.ask(own_entry, participant_id=person.id, ref=ref)


def texts(path: SharedPath) -> list[str]:
    """All texts of a path."""
    return [each.words.text for each in path.entries]


def edit(
    store: Store, whose: Participant, ref: str, text: str, /, *, shared: bool = True, **words: Any
) -> None:
    """Other words for it."""
    said = Words(text, "en", **words)
    store.do(service.edit, actor=whose.actor, ref=ref, words=said, shared=shared)


def answer(
    store: Store,
    coach: Colleague,
    whose: Participant,
    ref: str,
    text: str = "",
    /,
    *,
    seen: int = 1,
    **said: Any,
) -> None:
    """The coach answers a question."""
    reply = Reply(text, "sv", **said)
    store.do(
        replies.reply,
        actor=coach.actor,
        participant_id=whose.id,
        ref=ref,
        seen=as_seen(store, ref, seen),
        reply=reply,
    )
