"""The project's door: no person is ever behind it."""

from tests.support.addresses import rules
from tests.support.browser import Browser
from tests.whole.test_routes import address


def test_a_project_leader_reaches_no_page_of_a_person(app, world, quickly):
    browser = quickly(world.karin)
    tried = 0
    for rule in rules(app):
        if rule.rule.startswith(("/me", "/coach")):
            tried += 1
            for method in set(rule.methods or ()) & {"GET", "POST"}:
                place = address(rule, world)
                if method == "GET":
                    page = browser.get(place, status=None, follow=False)
                else:
                    page = browser.post(place, [], follow=False)
                assert page.status in (303, 404), (method, rule)
                if page.status == 303:
                    assert page.headers["Location"].startswith("/enter?"), rule
                assert "kitchen" not in page.html
    assert tried > 30


def test_no_page_of_the_project_names_a_participant(world, quickly, reachable):
    browser = quickly(world.karin)
    assert len(reachable["Karin"]) > 10
    for place in reachable["Karin"]:
        page = browser.get(place)
        for person in (world.hodan, world.yusuf, world.sam):
            assert person.name not in page.text, place
            assert person.ref not in page.html, place


def test_coaches_participants_and_partners_stay_outside(app, world, quickly):
    places = [address(rule, world) for rule in rules(app) if rule.rule.startswith("/insight")]
    assert len(places) >= 6
    for place in places:
        for person in (world.amina, world.eva):
            quickly(person).get(place, status=404)
        for browser in (Browser(app), quickly(world.hodan)):
            assert (
                browser.get(place, follow=False, status=303)
                .headers["Location"]
                .startswith("/staff/sign-in?")
            )


def test_the_first_page_says_what_is_here(office):
    page = office.get("/insight")
    assert page.h1 == "The project"
    assert "never a person" in page.main
    for link in ("/insight/instruments", "/insight/questions/till"):
        assert f"http://localhost{link}" in page.links()
