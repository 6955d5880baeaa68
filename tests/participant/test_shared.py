"""What stands after a yes to share: seen by both sides, taken back, changed and ended."""

from tests.support.clock import MONDAY
from tests.support.sharing import AUTHORITY, consent, consents, withdraw
from tests.support.sharing_pages import press, send
from webapp.domain.goals import service as goals
from webapp.domain.sharing.rules import Item


def test_take_back_and_undo(phone, store, quickly, hodan, eva, goal):
    consent(store, hodan)
    desk = quickly(eva)
    desk.get(f"/team/{hodan.ref}")
    phone.get("/me/sharing")
    page = press(phone, "Take back")
    assert "can no longer read it" in page.main
    desk.get(f"/team/{hodan.ref}", status=404)
    assert "Nobody shares" in desk.get("/team").main

    page = press(phone, "Undo: share it again")
    assert "can no longer read it" not in page.main
    desk.get(f"/team/{hodan.ref}")
    assert "Taken back on" in page.main


def test_a_change_ends_the_old_consent(phone, store, hodan, eva):
    consent(store, hodan, "goals", "path")
    phone.get("/me/sharing")
    phone.follow("Change")
    send(phone)
    page = send(phone, kinds=["path"])
    for _ in range(3):
        page = send(phone)
    new, old = consents(store, hodan)
    assert (new.kinds, new.until) == (("path",), old.until)
    assert old.state(store.now) == "replaced"
    assert "Changed on" in page.main


def test_somebody_else_reaches_none_of_it(quickly, store, hodan, yusuf, eva):
    ref = consent(store, hodan)
    other = quickly(yusuf)
    other.get(f"/me/sharing/{ref}/page", status=404)
    other.get(f"/me/sharing/new?change={ref}", status=404)
    token = other.get("/me/sharing").all("[name=csrf_token]")[0]["value"]
    fields = [("csrf_token", token), ("value", "away")]
    assert other.post(f"/me/sharing/{ref}/take-back", fields).status == 404
    assert consents(store, hodan)[0].state(store.now) == "living"


def test_the_coach_reads_the_consents_and_gives_none(phone, desk, store, hodan, eva, goal):
    consent(store, hodan, "path", days=20)
    back = consent(store, hodan, "goals", purpose="own", text="To find a course")
    withdraw(store, hodan, back)
    page = desk.get(f"/coach/{hodan.ref}/sharing")
    assert "Ends in 20 days" in page.main
    assert "To find a course" in page.main
    assert "Taken back on" in page.main
    assert page.all("main form") == []
    brief = desk.get(f"/coach/{hodan.ref}/brief").main
    assert "The consent for Arbetsförmedlingen ends on Sunday 13 December." in brief
    assert "Hodan took back the consent for Arbetsförmedlingen" in brief


def test_a_single_goal_that_became_a_draft_has_no_name_at_the_coach(
    phone, desk, store, hodan, eva, goal
):
    consent(store, hodan, Item("goals", goal))
    assert "kitchen" in desk.get(f"/coach/{hodan.ref}/sharing").main
    store.do(goals.share_goal, actor=hodan.actor, ref=goal, shared=False)
    assert "kitchen" not in desk.get(f"/coach/{hodan.ref}/sharing").main
    assert "Only you see it now" in phone.get("/me/sharing").main


def test_the_log_says_which_organisation_and_the_plan_says_who_may_read(
    phone, quickly, store, hodan, eva
):
    consent(store, hodan)
    quickly(eva).get(f"/team/{hodan.ref}")
    page = phone.get("/me/log")
    for words in (
        "Eva",
        "Staff at another organisation",
        AUTHORITY,
        "Read what you share with them",
    ):
        assert words in page.main
    assert AUTHORITY in phone.get("/me/plan").main


def test_after_the_last_day_it_stands_as_ended(phone, store, hodan, eva, clock):
    store.at = MONDAY.replace(year=2025)
    consent(store, hodan, days=100)
    store.at = None
    assert "Ended on" in phone.get("/me/sharing").main
