"""What staff answer about the work, and the group's answers."""

import pytest

from tests.support.people import staff
from webapp.domain.colleagues import service
from webapp.domain.people import service as people

TILL, RESULT = "/insight/questions/till", "/insight/questions/till/result"
ANSWERS = {"TILL-M1": "4", "TILL-M2": "dk", "TILL-M3": "skip"}


def test_answers_are_stored_and_stand_nowhere_with_a_name(office):
    office.get(TILL)
    page = office.form("questions").fill(**ANSWERS).send()

    assert "Your answers are stored without your name." in page.text
    assert "You have answered this year" in page.main
    assert page.all("main form") == []
    assert "Fewer than 10 have answered" in office.get(RESULT).main


def test_an_old_form_sent_again_changes_nothing(office):
    office.get(TILL)
    form = office.form("questions").fill(**ANSWERS)
    form.send()
    assert "You have answered already this year." in form.send().text


def test_an_empty_answer_is_asked_for_and_the_others_are_kept(office):
    office.get(TILL)
    page = office.form("questions").fill(**{"TILL-M1": "2"}).send()
    assert page.status == 422
    assert {"TILL-M2", "TILL-M3"} == page.errors().keys() - {""}
    assert page.one("[name=TILL-M1][value='2']").has_attr("checked")


def test_ten_make_a_group_with_hidden_small_cells(office, store):
    for number in range(12):
        leader = staff(store, f"Lea{number}", organisation="Förbundet", role="project_leader")
        codes = {"TILL-M1": "5", "TILL-M2": "1" if number < 3 else "4", "TILL-M3": "skip"}
        store.do(service.answer, actor=leader.actor, instrument_id="TILL", codes=codes)
    first, second, third = (" ".join(each.text.split()) for each in office.get(RESULT).all(".card"))
    assert "12 have chosen an answer." in first
    assert first.count("Hidden") == 0
    assert second.count("Hidden, to protect a small group") == 2
    assert "Fewer than 10 have answered" in third
    assert "Lea" not in office.page.main


def test_what_the_project_has_switched_off_says_so(office):
    office.get(TILL)
    waiting = office.form("questions").fill(**ANSWERS)
    office.get("/insight/instruments/till")
    office.form("switch").fill(state="off").send()
    assert "These questions are switched off" in office.get(TILL).main
    office.post(TILL, waiting.fields(), status=410)


@pytest.mark.parametrize("instrument", ["egen", "nope"])
def test_there_is_no_group_result_where_staff_are_not_asked(office, instrument):
    office.get(f"/insight/questions/{instrument}/result", status=404)


@pytest.mark.parametrize("instrument", ["egen", "nope", "till"])
def test_a_coach_without_questions_meets_a_kind_page(store, amina, quickly, instrument):
    store.do(people.set_language, actor=amina.actor, language="en")
    page = quickly(amina).get(f"/coach/questions/{instrument}")
    assert "No questions to you now" in page.main
    assert page.all("main form") == []
