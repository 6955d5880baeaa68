"""Another coach: the letter reaches only whom it is for, and only what was approved goes on."""

from datetime import timedelta

import pytest

from tests.domain.test_concurrency import at_once
from tests.support.agreement import freeze, own_plan, say, shared_plan
from tests.support.coordination import (
    approve,
    give,
    handed_on,
    letter,
    own_texts,
    shared_texts,
    whole,
    write,
)
from tests.support.outcomes import shared_steps, step
from tests.support.people import staff
from tests.support.record import book, opened, set_goal, shared_goals, shared_path, written
from tests.support.training import activity, shared_card
from webapp.domain.audit.log import log
from webapp.domain.coordination import letters
from webapp.domain.coordination.handed import HANDED
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.meetings.handing_over import change_coach, hand_over
from webapp.domain.meetings.service import meetings
from webapp.domain.people import staff as accounts
from webapp.domain.people.leaving import leave
from webapp.domain.people.model import Assignment
from webapp.domain.people.service import contact
from webapp.domain.training import card
from webapp.domain.training import service as training
from webapp.domain.words.reading import shared_words

DAY = timedelta(days=1)
WORDS = "I want to be called by my name"


@pytest.fixture
def noor(store):
    """Noor, coach in the same organisation as Amina."""
    return staff(store, "Noor", organisation="Nordby kommun")


@pytest.fixture(autouse=True)
def _clock_that_goes_on(store):
    """What is done after something is later than it."""
    store.at = store.now


def later(store):
    store.at = store.now + timedelta(minutes=5)


def share_everything(store, person):
    """One shared thing of each kind that can go on."""
    set_goal(store, person, "Bake")
    for part in ("important", "need", "myself"):
        write(store, person, part, f"About {part}")
    written(store, person, "drive", "", part="own-money")
    step(store, person, "I took the bus")


def readable(store, coach, person):
    """Which kinds of things this coach reads."""
    texts = {text.part for text in shared_texts(store, coach, person)}
    found = {
        "goals": bool(shared_goals(store, coach, person)),
        "important": "important" in texts,
        "needs": "need" in texts,
        "myself": "myself" in texts,
        "path": bool(shared_path(store, coach, person).entries),
        "steps": bool(shared_steps(store, coach, person)),
    }
    return {part for part, there in found.items() if there}


def test_a_letter_is_read_by_nobody_before_it_is_approved(store, hodan, amina, noor):
    letter(store, hodan, WORDS)
    assert handed_on(store, amina, hodan) is None
    later(store)
    give(store, hodan, amina, noor)
    assert handed_on(store, noor, hodan) is None


def test_an_approved_letter_to_the_next_is_read_by_the_next_only(store, hodan, amina, noor):
    approve(store, hodan, letter(store, hodan, WORDS), "goals")
    assert handed_on(store, amina, hodan) is None
    later(store)
    give(store, hodan, amina, noor)
    found = handed_on(store, noor, hodan)
    assert (found.text, found.parts) == (WORDS, ("goals",))
    later(store)
    give(store, hodan, noor, amina)  # who was not meant before, and is not the next one now
    assert handed_on(store, amina, hodan) is None


def test_a_letter_to_the_coach_now_stays_with_that_coach(store, hodan, amina, noor):
    later(store)
    approve(store, hodan, letter(store, hodan, WORDS, "now"))
    assert handed_on(store, amina, hodan).text == WORDS
    later(store)
    give(store, hodan, amina, noor)
    assert handed_on(store, noor, hodan) is None


def test_a_yes_is_taken_back_and_new_words_need_a_new_one(store, hodan, amina, noor):
    first = letter(store, hodan, WORDS)
    approve(store, hodan, first, *HANDED)
    letter(store, hodan, "Other words")
    with pytest.raises(Invalid, match="conflict"):
        approve(store, hodan, first)
    later(store)
    give(store, hodan, amina, noor)
    assert handed_on(store, noor, hodan) is None
    later(store)
    second = letter(store, hodan, "For you", "now")
    approve(store, hodan, second)
    assert handed_on(store, noor, hodan).text == "For you"
    store.do(letters.withdraw, actor=hodan.actor)
    assert handed_on(store, noor, hodan) is None


def test_without_an_approval_the_new_coach_reads_what_is_shared(store, hodan, amina, noor):
    share_everything(store, hodan)
    write(store, hodan, "need", "In secret", shared=False)
    letter(store, hodan, WORDS)
    later(store)
    give(store, hodan, amina, noor)
    assert readable(store, noor, hodan) == set(HANDED)
    assert "In secret" not in [text.line.wording.text for text in shared_texts(store, noor, hodan)]


@pytest.mark.parametrize(
    "chosen", [(), ("goals",), ("path", "steps"), ("important", "needs"), HANDED]
)
def test_only_what_was_approved_goes_on_and_the_rest_is_still_the_persons(
    store, hodan, amina, noor, chosen
):
    share_everything(store, hodan)
    before = len(own_texts(store, hodan))
    approve(store, hodan, letter(store, hodan, WORDS), *chosen)
    assert readable(store, amina, hodan) == set(HANDED)  # nothing happens before the change
    later(store)
    give(store, hodan, amina, noor)
    assert readable(store, noor, hodan) == set(chosen)
    assert len(own_texts(store, hodan)) == before


def test_one_approval_is_for_one_change(store, hodan, amina, noor):
    approve(store, hodan, letter(store, hodan, WORDS))
    later(store)
    give(store, hodan, amina, noor)
    write(store, hodan, "need", "Shared with Noor")
    later(store)
    give(store, hodan, noor, amina)
    assert readable(store, amina, hodan) == {"needs"}


def test_the_old_coach_reaches_nothing_and_the_person_is_told(store, hodan, amina, noor):
    record = opened(store, amina, hodan)
    later(store)
    give(store, hodan, amina, noor)
    with pytest.raises(NotFound):
        opened(store, amina, hodan)
    with pytest.raises(NotFound):  # with a page that was open before
        store.do(hand_over, actor=amina.actor, record=record, to="nobody")
    told = [(line.name, line.what) for line in store.ask(log, participant_id=hodan.id)]
    assert ("Noor", "became_coach") in told
    assert store.ask(contact, participant_id=hodan.id).new_since == store.now
    assert [coach.name for coach in whole(store, noor, hodan).coaches] == ["Amina", "Noor"]
    assert [gap.kind for gap in whole(store, noor, hodan).breaks] == ["coach"]


def test_meetings_to_come_are_with_the_new_coach(store, hodan, amina, noor):
    book(store, amina, hodan, store.now - DAY)
    book(store, amina, hodan, store.now + DAY)
    give(store, hodan, amina, noor)
    met = store.ask(meetings, participant_id=hodan.id)
    assert (met.last.staff_name, met.next.staff_name) == ("Amina", "Noor")


@pytest.mark.parametrize("who", ["per", "amina", "karin"])
def test_only_another_coach_of_the_organisation_takes_over(store, hodan, amina, request, who):
    to = request.getfixturevalue(who)
    with pytest.raises(Invalid, match="to: unknown"):
        give(store, hodan, amina, to)
    assert opened(store, amina, hodan).name == "Hodan"


@pytest.mark.parametrize(("parts", "read"), [((), False), (("path",), True), (None, True)])
def test_why_somebody_trains_goes_on_with_what_drives_them(store, hodan, amina, noor, parts, read):
    activity(store, amina, hodan)
    how = {"actor": hodan.actor, "lang": "en"}
    store.do(training.say_why, text="My secret reason", shared=True, **how)
    if parts is not None:
        approve(store, hodan, letter(store, hodan, WORDS), *parts)
    later(store)
    give(store, hodan, amina, noor)

    found = [*map(str, store.ask(shared_words, record=opened(store, noor, hodan)))]
    assert (shared_card(store, noor, hodan).reason is not None) == read
    assert ("My secret reason" in str(found)) == read
    own = store.ask(card.own_card, participant_id=hodan.id).reason
    assert (own.text, own.shared) == ("My secret reason", read)


def test_a_new_coach_reads_only_the_reasons_that_were_given_since(store, hodan, amina, noor):
    set_goal(store, hodan, "Bake")
    plan = freeze(store, hodan, amina)
    say(store, hodan, plan, "no", "Because of my uncle")
    say(store, hodan, plan, "no", "I work then", by=amina)
    before = shared_plan(store, amina, hodan, plan)
    assert [one.reason for one in before.answers] == ["", "Because of my uncle", "I work then"]
    later(store)
    give(store, hodan, amina, noor)

    found = shared_plan(store, noor, hodan, plan)
    assert [one.reason for one in found.answers] == ["", "", "I work then"]
    assert [one.value for one in found.answers] == ["yes", "no", "no"]
    assert "uncle" not in str(found.plan)
    assert own_plan(store, hodan, plan).answers == before.answers
    later(store)
    say(store, hodan, plan, "yes_but", "Not on Mondays")
    found = shared_plan(store, noor, hodan, plan)
    assert found.answers[-1].reason == "Not on Mondays"
    assert "Not on Mondays" in str(found.plan)


def test_a_coach_who_leaves_hands_on_no_more_than_was_approved(store, hodan, amina, noor):
    share_everything(store, hodan)
    approve(store, hodan, letter(store, hodan, WORDS), "steps")
    later(store)
    store.do(leave, email=amina.email, successor=noor.email, change_coach=change_coach)
    assert readable(store, noor, hodan) == {"steps"}
    assert handed_on(store, noor, hodan).text == WORDS


def test_of_many_handovers_at_once_one_is_done(store, hodan, amina, noor):
    others = [noor, *(staff(store, f"Coach{n}", organisation="Nordby kommun") for n in range(3))]
    refs = {each.id: each.ref for each in store.ask(accounts.coaches_beside, staff_id=amina.id)}
    record = opened(store, amina, hodan)

    def one(number):
        try:
            to = refs[others[number % 4].id]
            return store.do(hand_over, actor=amina.actor, record=record, to=to)
        except NotFound as error:
            return error

    results = at_once(one)
    assert sum(not isinstance(each, NotFound) for each in results) == 1
    with store.writing() as session:
        still = session.query(Assignment).filter_by(participant_id=hodan.id, until=None).all()
    assert len(still) == 1


def test_the_same_form_sent_twice_hands_over_once(store, hodan, amina, noor):
    record = opened(store, amina, hodan)
    (to,) = [each.ref for each in store.ask(accounts.coaches_beside, staff_id=amina.id)]
    given = {"actor": amina.actor, "record": record, "to": to, "key": "tap"}
    first = store.do(hand_over, **given)
    assert store.do(hand_over, **given).code == first.code
