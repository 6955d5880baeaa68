"""The history of plan texts and decisions: reached from the text, by both, and never of a draft."""

from datetime import timedelta

import pytest

from tests.support import kit, record
from tests.support.coordination import write
from tests.support.seen import as_seen
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import service
from webapp.domain.decisions import service as decided


def reword(store, actor, person, ref, text, seen, *, shared=True):
    """Other words for a text of the plan."""
    store.do(
        service.edit, actor=actor, participant_id=person.id, ref=ref,
        seen=as_seen(store, ref, seen), wording=Wording(text, "en"), shared=shared,
    )  # fmt: skip


def test_both_reach_the_earlier_words_of_a_plan_text(store, hodan, amina, quickly):
    ref = write(store, hodan, "need", "An eye test", by=amina)
    reword(store, amina.actor, hodan, ref, "New glasses", 1)

    for person, page, history in (
        (hodan, f"/me/plan/texts/{ref}/answer", f"/me/plan/{ref}/history"),
        (amina, f"/coach/{hodan.ref}/plan/texts/{ref}", f"/coach/{hodan.ref}/plan/{ref}/history"),
    ):
        browser = quickly(person)
        assert history in [link.get("href") for link in browser.get(page).all("main a")]
        found = browser.get(history).main
        assert "An eye test" in found
        assert "New glasses" in found


def test_a_draft_of_a_plan_text_has_no_history_for_the_coach(store, hodan, amina, quickly):
    ref = write(store, hodan, "need", "A secret need", shared=False)
    address = f"/coach/{hodan.ref}/plan/{ref}/history"
    assert quickly(amina).get(address, status=None).status == 404

    reword(store, hodan.actor, hodan, ref, "Glasses", 1)
    found = quickly(amina).get(address).main
    assert "Glasses" in found
    assert "secret" not in found
    store.do(service.remove, actor=hodan.actor, participant_id=hodan.id, ref=ref, removed=True)
    assert quickly(amina).get(address, status=None).status == 404


@pytest.fixture
def met(store, hodan, amina):
    """The two met two hours ago."""
    return record.book(store, amina, hodan, store.now - timedelta(hours=2))


@pytest.fixture
def decision(store, hodan, amina, met):
    """Something that Hodan wrote, Amina said no to, and then said in other words."""
    ref = kit.decide(store, hodan, hodan, "I start on Friday")
    kit.say(store, amina, hodan, ref, "no", "That is too early")
    store.do(
        decided.reword, actor=amina.actor, participant_id=hodan.id, ref=ref,
        seen=as_seen(store, ref), wording=Wording("Hodan starts on Monday", "en"),
    )  # fmt: skip
    return ref


def test_both_reach_the_earlier_words_of_a_decision_and_come_back(
    hodan, phone, desk, met, decision
):
    for browser, home, history in (
        (phone, "/me", f"/me/plan/{decision}/history"),
        (desk, f"/coach/{hodan.ref}", f"/coach/{hodan.ref}/plan/{decision}/history"),
    ):
        page = f"{home}/meetings/{met}/decided/{decision}"
        browser.get(page)
        found = browser.follow("See all earlier texts and answers")
        assert found.path == history
        now, earlier = found.all("main section.card")
        assert "The text now" in now.get_text()
        assert "Hodan starts on Monday" in now.get_text()
        for words in ("I start on Friday", "That is too early", "do not count for the text now"):
            assert words in earlier.get_text(), words
        assert page in [link.get("href") for link in found.all("main a")]


def test_a_decision_in_its_first_words_has_no_earlier_ones(store, hodan, amina, quickly, met):
    ref = kit.decide(store, amina, hodan, "Amina calls the boss")
    for person, page in (
        (hodan, f"/me/meetings/{met}/decided/{ref}"),
        (amina, f"/coach/{hodan.ref}/meetings/{met}/decided/{ref}"),
    ):
        assert "See all earlier texts" not in quickly(person).get(page).main


def test_the_history_of_a_decision_is_nobody_elses(
    store, hodan, yusuf, amina, per, quickly, met, decision
):
    quickly(yusuf).get(f"/me/plan/{decision}/history", status=404)
    quickly(per).get(f"/coach/{hodan.ref}/plan/{decision}/history", status=404)
    # Under somebody else whom the coach works with it does not exist either.
    quickly(amina).get(f"/coach/{yusuf.ref}/plan/{decision}/history", status=404)


def test_the_history_of_a_decision_that_was_taken_away_is_closed_to_the_coach(
    store, hodan, amina, quickly, met, decision
):
    store.do(decided.take_away, actor=amina.actor, participant_id=hodan.id, ref=decision, away=True)
    quickly(amina).get(f"/coach/{hodan.ref}/plan/{decision}/history", status=404)
    assert "I start on Friday" in quickly(hodan).get(f"/me/plan/{decision}/history").main
