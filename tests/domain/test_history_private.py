"""Whatever happens to a text, the coach reads only what was shared, while it was shared."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_history import say
from tests.support.agreement import edit, history, seen_history
from tests.support.people import participant, staff
from tests.support.record import own_goal, set_goal
from webapp.domain.errors import DomainError, NotFound
from webapp.domain.goals import service

HOUR = timedelta(hours=1)


def _numbers():
    number = 0
    while True:
        number += 1
        yield number


NUMBERS = _numbers()


ACTS = st.lists(
    st.sampled_from(["edit", "coach edits", "share", "keep", "no", "later"]), max_size=12
)


@settings(max_examples=40)
@given(shared=st.booleans(), acts=ACTS)
def test_whatever_happens_the_coach_reads_only_what_was_shared_while_it_was(store, shared, acts):
    coach = staff(store, f"Coach{next(NUMBERS)}", organisation="Nordby kommun")
    person = participant(store, coach, "Hodan")
    ref = set_goal(store, person, "0 private" if not shared else "0", shared=shared)
    for number, what in enumerate(acts, 1):
        shared = _act(store, coach, person, ref, what, number, shared)

    if not shared:
        with pytest.raises(NotFound):
            seen_history(store, coach, person, ref)
        return
    own, seen = history(store, person, ref), seen_history(store, coach, person, ref)
    assert [each.number for each in seen] == [each.number for each in own if not each.private]
    assert seen[0] == own[0] or seen[0].answers != own[0].answers or len(seen) == 1
    # What was written while it was private is read only when it is the text that was shared.
    for older in seen[:-1]:
        assert "private" not in older.wording.text
    for version in seen[1:]:
        assert not [one for one in version.answers if "private" in one.reason]
    line = own_goal(store, person, ref).line
    assert line.edited == (len(seen) > 1)
    assert line.change == seen[0].change


def _act(store, coach, person, ref, what, number, shared):
    """One act of one of the two; what is said while it is private says so. Gives who reads it."""
    now = own_goal(store, person, ref).line.number
    words = f"{number}" if shared else f"{number} private"
    try:
        if what in ("edit", "coach edits"):
            by = coach if what == "coach edits" else None
            edit(store, person, ref, words, seen=now, by=by)
        elif what == "no":
            say(store, person.actor, person, ref, "no", words, seen=now)
        elif what == "later":
            store.at += HOUR
        else:
            store.do(service.share_goal, actor=person.actor, ref=ref, shared=what == "share")
            return what == "share"
    except DomainError:
        pass
    return shared
