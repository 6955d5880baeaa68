"""The chain of a log finds a line that was changed, taken out or moved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.audit.chain import Break, Head, Link, against, digest, first_break

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WORDS = st.text(max_size=12)
SAID = st.tuples(WORDS, WORDS, WORDS, WORDS, WORDS, st.integers(0, 10**9))


def chained(said):
    """Lines that follow each other, each with its digest."""
    before, lines = "", []
    for number, (staff, name, role, organisation, what, seconds) in enumerate(said, start=1):
        at = AT + timedelta(seconds=seconds)
        link = Link("hodan", number, staff, name, role, organisation, what, at)
        before = digest(before, link)
        lines.append((link, before))
    return lines


@given(st.lists(SAID, max_size=8))
def test_a_chain_that_nobody_touched_holds(said):
    assert first_break(chained(said)) is None


@given(st.lists(SAID, min_size=2, max_size=8), st.data())
def test_a_line_taken_out_is_found_at_its_number(said, data):
    lines = chained(said)
    place = data.draw(st.integers(0, len(lines) - 2))
    del lines[place]

    assert first_break(lines) == Break(place + 1, "missing")


@given(st.lists(SAID, min_size=1, max_size=8), st.data())
def test_a_line_that_says_something_else_is_found_at_its_number(said, data):
    lines = chained(said)
    place = data.draw(st.integers(0, len(lines) - 1))
    link, stored = lines[place]
    name = data.draw(st.sampled_from(["participant", "staff", "name", "role", "what"]))
    lines[place] = replace(link, **{name: getattr(link, name) + "!"}), stored

    assert first_break(lines) == Break(place + 1, "changed")


@given(st.lists(SAID, min_size=2, max_size=8, unique=True), st.data())
def test_two_lines_that_changed_places_are_found(said, data):
    lines = chained(said)
    first, second = sorted(data.draw(st.permutations(range(len(lines))))[:2])
    moved = [*lines]
    for here, there in ((first, second), (second, first)):
        link, stored = lines[there]
        moved[here] = replace(link, number=here + 1), stored

    assert first_break(moved) == Break(first + 1, "changed")


@given(st.lists(SAID, min_size=1, max_size=8), st.data())
def test_an_anchor_finds_an_end_that_is_gone_and_lets_the_log_grow(said, data):
    lines = chained(said)
    known = data.draw(st.integers(1, len(lines)))
    left = data.draw(st.integers(0, len(lines)))
    anchor = Head(known, lines[known - 1][1])
    digests = {link.number: stored for link, stored in lines[:left]}

    assert first_break(lines[:left]) is None
    expected = Break(left + 1, "shorter") if left < known else None
    assert against(anchor, digests) == expected


def test_a_log_written_anew_is_found_by_an_anchor():
    mine = chained([("s", "Amina", "coach", "Nordby", "brief", 0)])
    other = chained([("s", "Amina", "coach", "Nordby", "plan", 0)])

    assert first_break(other) is None
    anchor = Head(1, mine[0][1])
    assert against(anchor, {1: other[0][1]}) == Break(1, "changed")


def test_what_is_next_to_each_other_is_never_mixed_up():
    """A name that ends where the role begins is another name."""
    one = Link("p", 1, "s", "Amina", "coach", "N", "brief", AT)
    other = replace(one, name="Amin", role="acoach")

    assert digest("", one) != digest("", other)


def test_the_digest_is_the_same_in_every_time_zone():
    one = Link("p", 1, "s", "Amina", "coach", "N", "brief", AT)
    other = replace(one, at=AT.astimezone(datetime.now().astimezone().tzinfo))

    assert digest("", one) == digest("", other)
