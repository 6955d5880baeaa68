"""What goes with to a meeting, papers and decisions: short ways to write it in a test."""

import json
from typing import Any

from tests.support.people import Colleague, Participant
from tests.support.record import opened
from tests.support.seen import as_seen
from tests.support.store import Store
from webapp.domain.agreement.rules import LineView, Wording
from webapp.domain.brief import paper as papers
from webapp.domain.decisions import service
from webapp.domain.decisions.reading import own_decided, shared_decided
from webapp.domain.decisions.rules import Decided
from webapp.domain.meetings.service import meetings


def last_meeting(store: Store, person: Participant) -> str:
    """The newest meeting that has begun. Fails without one."""
    begun = store.ask(meetings, participant_id=person.id).begun(store.now)
    assert begun is not None
    return begun.ref


def decide(
    store: Store, writer: Participant | Colleague, person: Participant, text: str, **given: Any
) -> str:
    """Something that ``writer`` says was decided at the last meeting. Gives its reference."""
    how = {"meeting": given.pop("meeting", None) or last_meeting(store, person), **given}
    return store.do(
        service.decide,
        actor=writer.actor,
        participant_id=person.id,
        wording=Wording(text, "en"),
        **how,
    ).object_ref


def say(
    store: Store, who: Participant | Colleague, person: Participant, ref: str, value: str,
    reason: str = "", seen: int = 1,
) -> None:  # fmt: skip
    """What one party says to a decision."""
    store.do(
        service.answer,
        actor=who.actor,
        participant_id=person.id,
        ref=ref,
        seen=as_seen(store, ref, seen),
        value=value,
        reason=reason,
        lang="en",
    )


def own(store: Store, person: Participant, meeting: str = "") -> Decided:
    """The meeting and its decisions as the person reads them."""
    ref = meeting or last_meeting(store, person)
    return store.ask(own_decided, participant_id=person.id, meeting=ref)


def line(store: Store, person: Participant, ref: str) -> LineView:
    """One decision of the last meeting."""
    return next(each for each in own(store, person).lines if each.ref == ref)


def shared(store: Store, coach: Colleague, person: Participant, meeting: str = "") -> Decided:
    """The same as the coach reads it."""
    ref = meeting or last_meeting(store, person)
    record = opened(store, coach, person, "meeting_read")
    return store.ask(shared_decided, record=record, meeting=ref)


def paper(store: Store, maker: Participant | Colleague, person: Participant) -> str:
    """A paper with nothing on it but one heading. Gives its reference."""
    parts = [{"title": ["För vårt möte"], "rows": []}]
    content = json.dumps({"sides": ["sv"], "parts": parts, "not_yet": ""})
    return store.do(
        papers.make_paper, actor=maker.actor, participant_id=person.id, content=content
    ).object_ref


def stand_in_world(store: Store, hodan: Participant, amina: Colleague) -> dict[str, str]:
    """A paper that stands and one taken back; decisions of both. Gives their names."""
    made = paper(store, hodan, hodan)
    back = paper(store, hodan, hodan)
    store.do(papers.take_back, actor=hodan.actor, ref=back, away=True)
    mine = decide(store, hodan, hodan, "I send the form on Friday")
    theirs = decide(store, amina, hodan, "Amina calls the boss")
    return {
        "paper": made,
        "paper_back": back,
        "decided": mine,
        "decided_coach": theirs,
        "met": last_meeting(store, hodan),
    }
