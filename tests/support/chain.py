"""Receipts that Hodan can show, and asking about a line of the log."""

from tests.support.people import Participant
from tests.support.store import Store
from webapp.domain.audit import service as audit
from webapp.domain.audit.log import log
from webapp.domain.goals.reading import own_goals
from webapp.domain.goals.rules import GoalView
from webapp.domain.profile import service as profile
from webapp.domain.profile.rules import Words


def code_of(store: Store, person: Participant, ref: str, kind: str | None = None) -> str:
    """The code of the person's newest receipt about this, of this kind if one is named."""
    found = store.ask(audit.receipts, participant_id=person.id, most=10_000)
    return next(r.code for r in found if r.object_ref == ref and kind in (None, r.kind))


def ask_about(store: Store, person: Participant, number: int, text: str) -> str:
    """The person's question about a line of the log. Gives its reference."""
    words = Words(text, person.language)
    return store.do(
        profile.write,
        actor=person.actor,
        kind="question",
        words=words,
        shared=True,
        about_log=number,
    ).object_ref


def stand_in_world(store: Store, hodan: Participant) -> dict[str, str]:
    """The code of a shared goal's receipt and of a draft's, and the newest line of the log."""
    shared, draft = (
        next(goal.line.ref for goal in _own(store, hodan) if goal.shared is wanted)
        for wanted in (True, False)
    )
    (newest,) = store.ask(log, participant_id=hodan.id, most=1)
    return {
        "receipt": code_of(store, hodan, shared, "goal"),
        "draft_receipt": code_of(store, hodan, draft, "goal"),
        "line": str(newest.number),
    }


def _own(store: Store, person: Participant) -> list[GoalView]:
    goals = store.ask(own_goals, participant_id=person.id)
    return [goal for goal in goals if goal.line.author == "participant"]
