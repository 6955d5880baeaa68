"""What goes with to the meeting: chosen by the participant, and read in that order by the coach."""

import re
from datetime import timedelta

import pytest

from tests.support import record
from tests.support.clock import MONDAY
from tests.support.page import words
from tests.support.people import participant
from webapp.domain.audit.log import log
from webapp.domain.goals import service as goals
from webapp.kit.briefs import LINK, LINKS_ONLY

KIT, BRIEF = "/me/meetings/next/kit", "/me/meetings/next/brief"
TOKEN = re.compile(r'<input name="csrf_token"[^>]*>')


@pytest.fixture
def rated(store, hodan, amina):
    """Hodan has been here for months, has goals, wishes and answers, and meets on Wednesday."""
    store.at = MONDAY - timedelta(days=200)
    person = participant(store, amina, "Nils", language="en")
    egen = record.task(store, person, "EGEN")
    record.answer(store, person, egen, "EGEN-03", "4")
    record.finish(store, person, egen)
    store.at = None
    record.book(store, amina, person, MONDAY + timedelta(days=2))
    for text in ("First goal", "Second goal", "Third goal"):
        record.set_goal(store, person, text)
    record.set_goal(store, person, "Hidden zebra", shared=False)
    record.wish(store, person, "The bus")
    record.wish(store, person, "My room")
    return person


def items(page):
    """What can be chosen, in order, with whether it is ticked."""
    return [
        (
            words(each).removesuffix(words(each.select(".soft")[0])).strip(),
            bool(each.select("input[checked]")),
        )
        for each in page.all("main .check")
    ]


def goals_of(page):
    """The goals in the brief."""
    return [words(each) for each in page.all("main .goals h3")]


def test_without_a_choice_everything_shared_goes_with(quickly, rated):
    phone = quickly(rated)
    assert items(phone.get(KIT)) == [
        ("The bus", True), ("My room", True),
        ("First goal", True), ("Second goal", True), ("Third goal", True),
        ("Power over my life", True),
    ]  # fmt: skip


def test_the_coach_reads_what_was_ticked_in_that_order(quickly, desk, rated):
    phone = quickly(rated)
    page = phone.get(KIT)
    ticked = [box["value"] for box in page.all("[name=comes]") if "rating" not in box["value"]]
    second = [box["value"] for box in page.all("[name=comes]")][3]
    phone.form("kit").fill(comes=[each for each in ticked if each != second]).send("Save")
    phone.get(KIT)
    phone.form("kit").send(button_of(phone, "Up", "Third goal"))
    phone.get(KIT)
    phone.form("kit").send(button_of(phone, "Down", "The bus"))

    page = desk.get(f"/coach/{rated.ref}/brief")
    assert goals_of(page) == ["First goal", "Third goal"]
    assert "1 more in the plan" in page.main
    assert "Nils has chosen what comes first." in page.main
    assert "Power over my life" not in [words(each) for each in page.all("caption b")]
    assert "See all answers" in page.main
    assert page.main.index("My room") < page.main.index("The bus")
    assert "Second goal" in desk.get(f"/coach/{rated.ref}/plan").main


def test_one_order_over_words_goals_and_answers(quickly, desk, rated):
    phone = quickly(rated)
    phone.get(KIT)
    assert not [button for button in phone.page.all("button") if words(button) == "Up: The bus"]
    for _ in range(2):
        phone.form("kit").send(button_of(phone, "Up", "First goal"))
    for _ in range(4):
        phone.form("kit").send(button_of(phone, "Up", "Power over my life"))
    wanted = ["First goal", "Power over my life", "The bus", "My room", "Second goal", "Third goal"]
    assert [name for name, _ in items(phone.page)] == wanted
    for page in (desk.get(f"/coach/{rated.ref}/brief"), phone.get(BRIEF)):
        mine, *_ = page.all("main section.card ol")
        assert [words(each) for each in mine.select("li")] == wanted[:4]
        agenda = page.all("main section.card ol")[-1]
        points = [words(each) for each in agenda.select("li")]
        assert points.index("Agree on: First goal") < points.index("What Nils wants to talk about")
        second = next(at for at, each in enumerate(points) if "Second goal" in each)
        assert points.index("What Nils wants to talk about") < second


def test_what_stays_at_home_is_not_in_the_order(quickly, desk, rated):
    phone = quickly(rated)
    page = phone.get(KIT)
    ticked = [box["value"] for box in page.all("[name=comes]")]
    phone.form("kit").fill(comes=ticked[1:3]).send("Save")
    mine, *_ = desk.get(f"/coach/{rated.ref}/brief").all("main section.card ol")
    assert [words(each) for each in mine.select("li")] == ["My room", "First goal"]


def test_own_words_written_after_the_choice_come_with_the_others(store, quickly, desk, rated):
    phone = quickly(rated)
    phone.get(KIT)
    phone.form("kit").send("Save")
    record.wish(store, rated, "Something new")
    record.set_goal(store, rated, "Brand new")
    page = desk.get(f"/coach/{rated.ref}/brief")
    listed = [words(each) for each in page.all("main section.card ol")[0].select("li")]
    assert listed == ["The bus", "My room", "Something new", "First goal"]
    assert "more in the plan" in page.main


def button_of(phone, way, text):
    """The words of the button that moves this."""
    found = [words(each) for each in phone.page.all("main form button")]
    return next(each for each in found if each.startswith(way) and each.endswith(text))


def test_a_draft_cannot_be_put_in(store, quickly, desk, rated):
    phone = quickly(rated)
    draft = next(
        goal.line.ref
        for goal in record.own_goals(store, rated)
        if goal.line.wording.text == "Hidden zebra"
    )
    page = phone.get(KIT)
    token = page.all("main [name=csrf_token]")[0]["value"]
    names = (f"goal:{draft}", "strange:x", "goal:" + "x" * 900)
    sent = [("csrf_token", token), ("key", "k"), ("comes", names[0])]
    sent += [("item", name) for name in names]
    assert phone.post(KIT, sent).status == 200
    for page in (desk.get(f"/coach/{rated.ref}/brief"), phone.get(BRIEF), phone.get(KIT)):
        assert "zebra" not in page.html
        assert draft not in page.html


def test_leaving_something_out_unshares_nothing_and_what_is_new_goes_with(
    store, quickly, desk, rated
):
    phone = quickly(rated)
    phone.get(KIT)
    phone.form("kit").fill(comes=None).send("Save")
    record.set_goal(store, rated, "Brand new")
    page = desk.get(f"/coach/{rated.ref}/brief")
    assert goals_of(page) == ["Brand new"]
    assert "The bus" not in page.main
    assert all(goal.shared for goal in record.own_goals(store, rated)[:3])


def test_a_goal_taken_back_is_gone_although_it_was_ticked(store, quickly, desk, rated):
    phone = quickly(rated)
    phone.get(KIT)
    phone.form("kit").send("Save")
    first = record.own_goals(store, rated)[0].line.ref
    store.do(goals.share_goal, actor=rated.actor, ref=first, shared=False)
    assert "First goal" not in desk.get(f"/coach/{rated.ref}/brief").html


def test_the_choice_is_for_one_meeting(store, amina, quickly, desk, rated):
    phone = quickly(rated)
    phone.get(KIT)
    phone.form("kit").fill(comes=None).send("Save")
    store.at = MONDAY + timedelta(days=3)
    record.book(store, amina, rated, MONDAY + timedelta(days=9))
    assert goals_of(desk.get(f"/coach/{rated.ref}/brief")) == []
    from webapp.domain.brief.prepare import prepare

    opened = record.opened(store, amina, rated)
    assert not store.ask(prepare, record=opened).brief.kit.chosen
    assert len(store.ask(prepare, record=opened).brief.goals) == 3


def inside_main(page) -> str:
    """The HTML of the main part, from its first card on."""
    found = page.html.partition("<main")[2].partition("</main>")[0]
    return found[found.index('<header class="wide stack">') : found.rindex('<p class="wide')]


def test_the_preview_is_what_the_coach_sees_to_the_letter(world, quickly):
    phone, coach = quickly(world.hodan), quickly(world.amina)
    phone.get(KIT)
    phone.form("kit").send("Save")
    before = len(world.store.ask(log, participant_id=world.hodan.id))
    mine = inside_main(phone.get(BRIEF))
    assert len(world.store.ask(log, participant_id=world.hodan.id)) == before
    theirs = inside_main(coach.get(f"/coach/{world.hodan.ref}/brief"))
    assert "/coach/" in theirs
    assert "/coach/" not in mine
    assert mine == LINK.sub(r"\1", LINKS_ONLY.sub("", theirs))
    assert len(words_in(mine)) > 100


def words_in(html: str) -> list[str]:
    """What can be read."""
    return re.sub(r"<[^>]+>", " ", html).split()


def test_between_two_coaches_there_is_nothing_to_preview(store, quickly, amina, rated):
    from sqlalchemy import update

    from webapp.domain.people.model import Assignment

    phone = quickly(rated)
    with store.writing() as session:
        session.execute(
            update(Assignment).where(Assignment.participant_id == rated.id).values(until=store.now)
        )
    for address in (KIT, BRIEF):
        assert "You have no coach right now" in phone.get(address).main
