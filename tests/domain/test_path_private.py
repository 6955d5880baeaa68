"""Nothing private comes out of what staff read, whatever was done before: sequences of anything."""

from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.path import entry
from tests.support.people import participant, staff
from tests.support.record import own_path, shared_path, written
from tests.support.seen import as_seen
from webapp.domain.errors import DomainError
from webapp.domain.profile import replies, service
from webapp.domain.profile.rules import Reply, Words

PARTS = {"section": ("PROF-01", "PROF-05"), "big_goal": ("working", "unknown")}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["drive", "question", "contact", "section", "big_goal", "try", "edit", "remove",
             "restore", "done", "undone", "reply", "read"]
        ),
        st.integers(0, 5),
        st.booleans(),
    ),
    max_size=12,
)  # fmt: skip
NUMBERS = count(1)


class Path:
    """One path, and what the person has decided about each entry. Every text is used once."""

    def __init__(self, store, coach, person):
        self.store, self.coach, self.person = store, coach, person
        self.kind: dict[str, str] = {}
        self.part: dict[str, str | None] = {}
        self.private: dict[str, bool] = {}
        self.texts = count(1)

    def act(self, what: str, number: int, shared: bool) -> None:
        """Does one thing, or is refused."""
        try:
            if what in ("drive", "question", "contact", "section", "big_goal", "try"):
                self.write(what, number, shared)
            elif self.kind:
                self.touch(what, sorted(self.kind)[number % len(self.kind)], shared)
        except DomainError:
            return

    def words(self, kind: str, number: int) -> dict:
        """Words of this kind that have not been said before."""
        part = PARTS[kind][number % 2] if kind in PARTS else None
        text = f"words {next(self.texts)}"
        person = f"person {text}" if kind == "contact" else ""
        return {"text": text, "part": part, "person": person, "months": 12 if part else None}

    def write(self, kind: Any, number: int, shared: bool) -> None:
        """Writes something new."""
        said = self.words(kind, number)
        ref = written(self.store, self.person, kind, said.pop("text"), shared=shared, **said)
        self.part[ref] = said["part"]
        self.decide(ref, kind, shared)

    def decide(self, ref: str, kind: str, shared: bool) -> None:
        """Remembers who may see it."""
        self.kind[ref] = kind
        self.private[ref] = kind == "contact" or (not shared and kind != "question")

    def touch(self, what: str, ref: str, shared: bool) -> None:
        """Does something to this entry."""
        do, how = self.store.do, {"actor": self.person.actor, "ref": ref}
        if what == "edit":
            said = {**self.words(self.kind[ref], 0), "part": self.part[ref]}
            do(service.edit, words=Words(lang="en", **said), shared=shared, **how)
            self.decide(ref, self.kind[ref], shared)
        elif what in ("remove", "restore"):
            do(service.remove, removed=what == "remove", **how)
        elif what in ("done", "undone"):
            do(service.mark, done=what == "done", outcome="fine", lang="en", **how)
        elif what == "read":
            stands = entry(self.store, self.person, ref).reply
            do(replies.mark_read, seen=stands.seen if stands else "", **how)
        else:
            reply = {
                "seen": as_seen(self.store, ref),
                "reply": Reply("so", "sv"),
                "participant_id": self.person.id,
            }
            do(replies.reply, **{**how, **reply, "actor": self.coach.actor})


@settings(max_examples=30)
@given(acts=ACTS)
def test_no_private_entry_and_no_contact_ever_comes_out(store, acts):
    coach = staff(store, f"Guide{next(NUMBERS)}", organisation="Nordby kommun")
    path = Path(store, coach, participant(store, coach, "Hodan"))
    for what, number, shared in acts:
        path.act(what, number, shared)

    found = shared_path(store, coach, path.person)
    mine = {each.ref: each for each in own_path(store, path.person)}

    assert not any(path.private[each.ref] or each.kind == "contact" for each in found.entries)
    assert "person" not in repr([each.words.person for each in found.entries])
    assert {each.ref for each in found.entries} == {ref for ref in mine if not path.private[ref]}
    assert all(each.words == mine[each.ref].words for each in found.entries)
    made = [each for each in mine.values() if each.kind == "contact" and each.done_at]
    assert found.contacts_made == len(made)
