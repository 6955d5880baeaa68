"""Obstacles: about no person, read by the organisation, and nothing in the history is changed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import obstacle, ref_of
from tests.support.people import participant, staff
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.obstacles import reading, service
from webapp.domain.obstacles.rules import PartyCount, personal_data
from webapp.domain.tables import METADATA

TEXT = "The office was closed for two weeks"


def change(store, who, ref, status="raised", owner=None, **given):
    return store.do(
        service.change,
        actor=who.actor,
        ref=ref,
        status=status,
        owner_ref=owner or ref_of(store, who),
        **{"days_lost": 20, "comment": "", **given},
    )


def listed(store, who, **given):
    found, _more = store.ask(reading.obstacles, staff_id=who.id, **given)
    return [each.ref for each in found]


def test_no_column_points_to_a_participant():
    for table in ("obstacle", "obstacle_change"):
        keys = METADATA.tables[table].foreign_keys
        assert "participant" not in {key.column.table.name for key in keys}


def test_the_history_grows_and_its_newest_line_is_the_state(store, amina):
    ref = obstacle(store, amina, TEXT)
    store.at += timedelta(days=3)
    change(store, amina, ref, comment="The head of the office knows")
    store.at += timedelta(days=3)
    change(store, amina, ref, "solved", days_lost=25)

    found, history = store.ask(reading.obstacle, staff_id=amina.id, ref=ref)
    assert (found.text, found.now.status, found.now.days_lost) == (TEXT, "solved", 25)
    assert [(each.status, each.days_lost) for each in history] == [
        ("solved", 25), ("raised", 20), ("new", 14),
    ]  # fmt: skip
    assert history[1].comment == "The head of the office knows"
    assert listed(store, amina, status="solved") == [ref]
    assert listed(store, amina, status="new") == []


def test_the_organisation_reads_it_others_do_not_and_the_project_leader_reads_all(
    store, amina, per, karin
):
    colleague = staff(store, "Berit", organisation="Nordby kommun", role="team")
    ref = obstacle(store, amina, TEXT)
    other = obstacle(store, per, "No interpreter could be had", type="language")

    assert listed(store, amina) == listed(store, colleague) == [ref]
    assert listed(store, per) == [other]
    assert listed(store, karin) == [other, ref]
    with pytest.raises(NotFound):
        store.ask(reading.obstacle, staff_id=per.id, ref=ref)
    with pytest.raises(NotFound):
        change(store, per, ref)
    change(store, colleague, ref)


def test_an_owner_is_a_colleague(store, amina, per):
    with pytest.raises(Invalid, match="owner: unknown"):
        obstacle(store, amina, TEXT, owner_ref=ref_of(store, per))
    with pytest.raises(Invalid, match="owner: unknown"):
        change(store, amina, obstacle(store, amina, TEXT), owner=ref_of(store, per))


def test_a_participant_writes_no_obstacle(store, hodan, amina):
    with pytest.raises(NotFound):
        obstacle(store, hodan, TEXT, owner_ref=ref_of(store, amina))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"kind": "person"}, "kind"),
        ({"party": "hodan"}, "party"),
        ({"type": "x"}, "type"),
        ({"days_lost": 1000}, "days_lost"),
        ({"days_lost": -1}, "days_lost"),
    ],
)
def test_what_is_not_in_the_instrument_is_refused(store, amina, given, problem):
    with pytest.raises(Invalid, match=f"{problem}: unknown"):
        obstacle(store, amina, TEXT, **given)


def test_days_and_entries_are_summed_for_each_party(store, amina, per):
    obstacle(store, amina, TEXT)
    late = obstacle(store, amina, TEXT, days_lost=30)
    change(store, amina, late, "solved", days_lost=40)
    obstacle(store, amina, TEXT, kind="golden_grain", days_lost=None)
    obstacle(store, amina, TEXT, party="health_care", days_lost=None)
    obstacle(store, per, TEXT, party="health_care")

    found = store.ask(reading.by_party, staff_id=amina.id)
    assert found == (
        PartyCount("municipality", 2, 1, 54, 1),
        PartyCount("health_care", 1, 0, 0, 0),
    )


def test_the_names_of_ones_own_people_are_refused_everywhere(store, amina, per):
    participant(store, amina, "Lena Åström")
    ref = obstacle(store, amina, TEXT)
    for text in ("LENA ÅSTRÖM waited", "We saw lena  åströms papers"):
        with pytest.raises(Invalid, match="text: name"):
            obstacle(store, amina, text)
        with pytest.raises(Invalid, match="comment: name"):
            change(store, amina, ref, comment=text)
    obstacle(store, per, "Lena Åström is somebody else's, and not known here")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The papers of 19900101-1234", "number"),
        ("900101-1234", "number"),
        ("199001011234 waited", "number"),
        ("900161-1234 is a coordination number", "number"),
        ("1990-01-01-1234", "number"),
        ("٩٠٠١٠١-١٢٣٤", "number"),
        ("She is at anna@example.org", "email"),
        ("Call 08-123 45 67", "phone"),
        ("Call 070 174 06 11", "phone"),
        ("Call +46 70 174 06 11", "phone"),
        ("900101\u20111234 with a hard hyphen", "number"),
        ("900101\u22121234 with a minus", "number"),
        ("９００１０１-１２３４ in wide digits", "number"),
        ("070\u2011174\u201106\u201111", "phone"),
        ("anna\uff20example.org", "email"),
        ("We saw Lena\u200b Åström", "name"),
        ("We saw Le\u200bna Åström", "name"),
        ("Per waited", "name"),
        ("It was Pers turn", "name"),
        ("Two visits per week", None),
        ("Open 08.00-16.30", None),
        ("Open 08:00–16:30", None),
        ("From 2026-11-23 to 2026-12-01", None),
        ("01-12 2026", None),
        ("It took 14 days and 3 000 kronor", None),
        ("Case 12345 of the office", None),
        ("A perfect meeting", None),
    ],
)
def test_personal_data_is_found_by_its_form(text, found):
    assert personal_data(text, ["Per", "Lena Åström"]) == found


@given(
    st.dates().map(lambda day: day.strftime("%y%m%d")),
    st.sampled_from(["", "-", "+", " "]),
    st.integers(0, 9999),
    st.sampled_from(["", "19", "20"]),
    st.text("abc å,.", max_size=10),
)
def test_every_personal_number_is_found_wherever_it_stands(day, sign, last, century, around):
    text = f"{around} {century}{day}{sign}{last:04} {around}"
    assert personal_data(text, []) == "number"
