"""Several at the same moment: stored once, counted every time, nothing lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from tests.support.people import invited
from tests.support.record import answer, own_goal, own_goals, set_goal, task
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.audit import service as audit
from webapp.domain.audit.log import log
from webapp.domain.errors import Closed, Conflict, Locked
from webapp.domain.goals import service as goals
from webapp.domain.people import invitations, kept, passwords, signing_in, tries
from webapp.domain.surveys.model import Answer, Response, Round

MANY = 8


def at_once(act: Callable[[int], Any], number: int = MANY) -> list[Any]:
    """What becomes of this many calls that begin together: results, and errors of the domain."""
    start = Barrier(number)

    def one(which: int) -> Any:
        start.wait()
        try:
            return act(which)
        except (Closed, Conflict, Locked) as error:
            return error

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def test_one_form_sent_many_times_is_stored_once(store, hodan):
    refs = at_once(lambda _: set_goal(store, hodan, "Bake", key="tap"))

    assert len(set(refs)) == 1
    assert len(own_goals(store, hodan)) == 1
    assert len(store.ask(audit.receipts, participant_id=hodan.id)) == 1


def test_different_forms_at_once_are_all_stored(store, hodan, yusuf):
    people = (hodan, yusuf)
    at_once(lambda n: set_goal(store, people[n % 2], f"Goal {n}"))

    assert [len(own_goals(store, person)) for person in people] == [MANY // 2] * 2


def test_one_answer_tapped_many_times_is_stored_once(store, hodan):
    egen = task(store, hodan, "EGEN")

    receipts = at_once(lambda _: answer(store, hodan, egen, "EGEN-01", "4"))

    assert len({receipt.code for receipt in receipts}) == 1
    with store.writing() as session:
        assert [session.query(table).count() for table in (Round, Response, Answer)] == [1, 1, 1]


def test_different_answers_at_once_leave_one_of_them(store, hodan):
    egen = task(store, hodan, "EGEN")

    at_once(lambda n: answer(store, hodan, egen, "EGEN-01", str(n % 5 + 1)))

    with store.writing() as session:
        assert session.query(Answer).count() == 1


def test_answers_to_all_questions_at_once_stand_in_one_response(store, hodan):
    egen = task(store, hodan, "EGEN")

    at_once(lambda n: answer(store, hodan, egen, egen.items[n].id, "skip"), len(egen.items))

    with store.writing() as session:
        counts = [session.query(table).count() for table in (Round, Response, Answer)]
    assert counts == [1, 1, len(egen.items)]


def test_of_two_edits_of_one_text_one_wins_and_the_other_is_told(store, hodan, amina):
    ref = set_goal(store, hodan, "Bake")

    def edit(number):
        actor = (hodan if number % 2 else amina).actor
        wording = Wording(f"Text {number}", "en")
        how = {"participant_id": hodan.id, "ref": ref, "seen": as_seen(store, ref)}
        return store.do(goals.edit_line, actor=actor, wording=wording, **how)

    results = at_once(edit)

    assert sum(isinstance(each, Conflict) for each in results) == MANY - 1
    assert own_goal(store, hodan, ref).line.number == 2


def test_many_tries_at_the_same_moment_do_not_pass_the_limit(store):
    buckets = {"person:1": tries.Limit(5), "address:library": tries.Limit(30)}

    results = at_once(lambda _: store.do(tries.claim_try, buckets=buckets), 12)

    assert sum(isinstance(each, Locked) for each in results) == 12 - 5


def test_a_card_used_twice_at_once_is_used_once(store, amina):
    sam = invited(store, amina, "Sam")
    pins = [f"25{number}8" for number in range(MANY)]
    hashes = [passwords.make_hash(pin) for pin in pins]

    results = at_once(
        lambda n: store.do(invitations.use, token=sam.token, pin_hash=hashes[n]), MANY
    )

    (winner,) = [n for n, each in enumerate(results) if not isinstance(each, Closed)]
    found = store.ask(signing_in.participant_by_code, code=sam.code)
    assert passwords.matches(found.hashed, pins[winner])


def test_two_windows_signed_out_at_once_lose_no_words_by_an_error(store):
    at_once(
        lambda n: store.do(kept.keep, owner="participant:1", path="/me", fields={"text": [f"{n}"]})
    )

    found = store.ask(kept.kept, owner="participant:1", path="/me")
    assert found["text"][0] in {str(number) for number in range(MANY)}


@pytest.mark.parametrize("shared", [True, False])
def test_the_log_keeps_every_opening_of_the_same_moment(store, hodan, amina, shared):
    from tests.support.record import opened

    at_once(lambda n: opened(store, amina, hodan, f"{n}"))

    lines = store.ask(log, participant_id=hodan.id)
    assert sorted(line.what for line in lines) == [str(number) for number in range(MANY)]
