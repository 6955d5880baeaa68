"""The participant sees who looked; everybody keeps proof of what they sent."""

from datetime import timedelta

import pytest

from tests.support.record import opened, set_goal
from webapp.domain import codes
from webapp.domain.audit import service as audit
from webapp.domain.audit.log import log
from webapp.domain.audit.model import LogEntry, Receipt
from webapp.domain.errors import NotFound
from webapp.domain.people import service as people


def lines(store, person):
    """The person's log."""
    return store.ask(log, participant_id=person.id)


# --- the gate ----------------------------------------------------------------------------------


def test_each_opening_is_one_line_with_who_and_what(store, hodan, amina):
    opened(store, amina, hodan, "brief")
    store.at += timedelta(minutes=5)
    opened(store, amina, hodan, "plan")

    plan, brief = lines(store, hodan)
    assert (plan.what, plan.name, plan.role, plan.at) == ("plan", "Amina", "coach", store.now)
    assert (brief.what, brief.organisation) == ("brief", "Nordby kommun")


def test_the_gate_hands_back_the_person_and_the_time_of_the_coach(store, hodan, amina):
    record = opened(store, amina, hodan)

    assert (record.participant_id, record.name, record.ref) == (hodan.id, "Hodan", hodan.ref)
    assert record.with_coach_since == store.now
    assert record.staff.organisation == "Nordby kommun"


def test_a_stranger_finds_nothing_and_leaves_no_line(store, hodan, amina, per, karin):
    for stranger in (per, karin):
        with pytest.raises(NotFound):
            opened(store, stranger, hodan)

    assert lines(store, hodan) == ()


def test_a_coach_of_the_past_is_a_stranger(store, hodan, amina, per):
    store.do(people.assign, participant_id=hodan.id, staff_id=per.id)

    with pytest.raises(NotFound):
        opened(store, amina, hodan)
    assert opened(store, per, hodan).name == "Hodan"
    assert [(line.name, line.what) for line in lines(store, hodan)] == [
        ("Per", "brief"),
        ("Per", "became_coach"),
    ]


def test_somebody_who_has_left_is_a_stranger(store, hodan, amina):
    with store.writing() as session:
        from webapp.domain.people.model import Staff

        session.get_one(Staff, amina.id).left_at = store.now

    with pytest.raises(NotFound):
        opened(store, amina, hodan)


def test_a_reference_that_does_not_exist_looks_the_same_as_a_strangers(store, hodan, per):
    from webapp.domain.sharing.gate import open_record

    refused = []
    for ref in (hodan.ref, "nobodyatall1", "", "'"):
        with pytest.raises(NotFound) as found:
            store.do(open_record, staff_id=per.id, ref=ref, what="brief")
        refused.append(repr(found.value))
    assert len(set(refused)) == 1


def test_an_opening_that_fails_later_leaves_no_line(store, hodan, amina):
    """The line and what was read stand or fall together."""
    from webapp.domain.sharing.gate import open_record

    def opened_and_broken():
        with store.writing() as session:
            open_record(session, staff_id=amina.id, ref=hodan.ref, what="brief", now=store.now)
            raise KeyError

    with pytest.raises(KeyError):
        opened_and_broken()
    assert lines(store, hodan) == ()


def test_the_log_names_people_as_they_were_then(store, hodan, amina):
    opened(store, amina, hodan)
    with store.writing() as session:
        from webapp.domain.people.model import Organisation, Staff

        session.get_one(Staff, amina.id).name = "Amina Berg"
        session.query(Organisation).update({"name": "Nya kommunen"})

    (line,) = lines(store, hodan)
    assert (line.name, line.organisation) == ("Amina", "Nordby kommun")


def test_nobody_sees_anothers_log(store, hodan, yusuf, amina):
    opened(store, amina, hodan)

    assert lines(store, yusuf) == ()


# --- receipts ----------------------------------------------------------------------------------


def test_receipts_are_the_persons_own_newest_first(store, hodan, amina):
    set_goal(store, hodan, "Bake")
    store.at += timedelta(minutes=1)
    set_goal(store, hodan, "Cook")
    set_goal(store, hodan, "Try the restaurant", by=amina)

    found = store.ask(audit.receipts, participant_id=hodan.id)
    assert [each.kind for each in found] == ["goal", "goal"]
    assert found[0].at > found[1].at


def test_a_code_that_chance_gives_again_is_passed_over(store, hodan, yusuf, monkeypatch):
    chance = iter(("37-VECC", "37-VECC", "M5-QNW5", "37-VECC"))
    monkeypatch.setattr(codes, "new_receipt_code", lambda: next(chance))
    for person, text in ((hodan, "Bake"), (hodan, "Cook"), (yusuf, "Drive")):
        set_goal(store, person, text)

    assert _codes(store, hodan) == {"37-VECC", "M5-QNW5"}
    assert _codes(store, yusuf) == {"37-VECC"}


def _codes(store, person):
    return {each.code for each in store.ask(audit.receipts, participant_id=person.id)}


def test_a_receipt_holds_a_fingerprint_and_not_the_words(store, hodan):
    set_goal(store, hodan, "I want to leave home", shared=False)

    with store.writing() as session:
        columns = Receipt.__table__.columns
        row = session.query(Receipt).filter_by(by="participant").one()
        assert "home" not in "".join(str(getattr(row, column.key)) for column in columns)
        assert len(row.digest) == 64


def test_a_receipt_with_a_long_key_is_stored_once(store, hodan):
    refs = {set_goal(store, hodan, "Bake", key="k" * 500) for _ in range(2)}

    assert len(refs) == 1


def test_the_log_holds_no_words_of_the_person():
    assert {column.key for column in LogEntry.__table__.columns} == {
        "id", "participant_id", "number", "staff_id", "staff_name", "role", "organisation", "what",
        "at", "digest",
    }  # fmt: skip
