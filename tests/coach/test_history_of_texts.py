"""The history of plan texts: reached from the text, by both, and never of a draft."""

from tests.support.coordination import write
from webapp.domain.agreement.rules import Wording
from webapp.domain.coordination import service


def reword(store, actor, person, ref, text, seen, *, shared=True):
    """Other words for a text of the plan."""
    store.do(
        service.edit, actor=actor, participant_id=person.id, ref=ref, seen=seen,
        wording=Wording(text, "en"), shared=shared,
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
