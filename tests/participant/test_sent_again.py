"""An old page of Hodan's, sent once more: it changes nothing, and nothing is said to be saved."""

from datetime import timedelta

from tests.support.record import book, own_path
from webapp.domain.coordination.reading import own_texts
from webapp.domain.outcomes.reading import own_steps


def chosen(form, value):
    """What a form with buttons sends when this one is pressed."""
    return [(name, each) for name, each in form.fields() if name != "value"] + [("value", value)]


def press(phone, place, action, value):
    """Presses a button on a fresh page twice, and gives what was sent and where to."""
    phone.get(place)
    form = next(each for each in phone.forms() if each.action.endswith(action))
    sent = form.action, chosen(form, value)
    for _ in range(2):
        assert "Saved" in phone.post(*sent).text
    return sent


def save(phone, place, who):
    """Saves the words on a page as they are, for this reader."""
    phone.get(place)
    form = phone.form("text").fill(who=who)
    sent = form.action, form.fields()
    for _ in range(2):
        assert "Saved" in phone.post(*sent).text
    return sent


def refused(phone, sent):
    """Sends an old page once more: it is too late for it, and nothing is said to be saved."""
    page = phone.post(*sent)
    assert page.status in (409, 422)
    assert "Your answer was not saved" in page.main or "changed the text before you" in page.main
    assert "receipt" not in page.one("#status").get_text()


def test_a_goal_is_not_called_hidden(phone, desk, hodan, goal):
    place = f"/me/goals/{goal}"
    old = press(phone, place, "/share", "me")
    press(phone, place, "/share", "coach")
    assert "kitchen" in desk.get(f"/coach/{hodan.ref}/plan").main

    refused(phone, old)
    assert "kitchen" in desk.get(f"/coach/{hodan.ref}/plan").main


def test_an_own_step_is_not_called_hidden(phone, store, hodan):
    phone.get("/me/steps/new")
    phone.form("text").fill(text="I swam", who="coach").send()
    old = press(phone, "/me/steps", "/share", "me")
    press(phone, "/me/steps", "/share", "coach")

    refused(phone, old)
    assert store.ask(own_steps, participant_id=hodan.id)[0].shared_at is not None


def test_a_section_of_the_job_profile_is_not_called_hidden(phone, store, hodan):
    phone.get("/me/profile/1")
    phone.form("text").fill(text="I cook", who="coach").send()
    old = save(phone, "/me/profile/1", "me")
    save(phone, "/me/profile/1", "coach")

    refused(phone, old)
    assert all(entry.shared for entry in own_path(store, hodan))


def test_a_text_of_the_plan_is_not_called_hidden(phone, store, hodan):
    phone.get("/me/plan/write/important")
    phone.form("text").fill(text="Peace", who="coach").send()
    phone.get("/me/plan/important")
    place = next(each for each in phone.page.links() if "/me/plan/texts/" in each)
    old = save(phone, place, "me")
    save(phone, place, "coach")

    refused(phone, old)
    assert store.ask(own_texts, participant_id=hodan.id)[0].shared


def test_a_paper_is_not_called_taken_back(phone, desk, store, amina, hodan):
    book(store, amina, hodan, store.now + timedelta(days=1))
    phone.get("/me/meetings/next/paper")
    phone.form("/me/meetings/next/paper").send()
    place = phone.page.path
    paper = f"/coach/{hodan.ref}/paper/{place.rsplit('/', 1)[1]}"
    old = place, chosen(phone.form(place), "away")
    phone.post(*old)
    phone.post(place, chosen(phone.form(place), "back"))
    desk.get(paper)

    refused(phone, old)
    desk.get(paper)
