"""What is open to an organisation at a moment: the pure rule, and that the gate says the same."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.rules import (
    KINDS,
    SINGLE,
    ConsentView,
    Item,
    living,
    months_later,
    opened_to,
)

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 515 * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
ITEMS = st.frozensets(
    st.one_of(
        st.sampled_from([Item(kind) for kind in KINDS]),
        st.builds(Item, st.sampled_from(SINGLE), st.sampled_from(["a", "b"])),
    ),
    min_size=1,
    max_size=4,
)
CONSENTS = st.lists(
    st.builds(
        ConsentView,
        ref=st.just("r"),
        organisation=st.sampled_from(["AF", "FK"]),
        items=ITEMS,
        purpose=st.just("plan"),
        text=st.just(""),
        lang=st.just("sv"),
        given_at=MOMENTS,
        until=st.dates(date(2026, 1, 1), date(2027, 6, 1)),
        withdrawn_at=st.none() | MOMENTS,
        replaced_at=st.none() | MOMENTS,
    ),
    max_size=5,
)


@given(consents=CONSENTS, now=MOMENTS)
def test_only_living_consents_to_this_very_organisation_open_anything(consents, now):
    found = opened_to(consents, "AF", now)
    holding = [
        each
        for each in consents
        if each.organisation == "AF"
        and each.withdrawn_at is None
        and each.replaced_at is None
        and each.given_at <= now
        and day_in_sweden(now) <= each.until
    ]
    items = {item for each in holding for item in each.items}
    assert found.kinds == {item.kind for item in items if item.ref is None}
    assert found.single == {item for item in items if item.ref is not None}


@given(consents=CONSENTS, now=MOMENTS, later=MOMENTS)
def test_time_alone_never_opens_what_was_given_before(consents, now, later):
    first, last = sorted((now, later))
    known = [each for each in consents if each.given_at <= first]
    after = opened_to(known, "AF", last)
    before = opened_to(known, "AF", first)
    assert after.kinds <= before.kinds
    assert after.single <= before.single


@given(consents=CONSENTS, now=MOMENTS)
def test_what_one_more_consent_to_another_opens_changes_nothing_here(consents, now):
    ours = [each for each in consents if each.organisation == "AF"]
    assert opened_to(consents, "AF", now) == opened_to(ours, "AF", now)
    assert set(living(ours, now)) <= set(living(consents, now))


@given(day=st.dates(date(2024, 1, 1), date(2030, 1, 1)), months=st.sampled_from([3, 6, 12]))
def test_some_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months):
    later = months_later(day, months)
    assert timedelta(days=28 * months) <= later - day <= timedelta(days=31 * months)
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
