"""What an edit changed, as pieces of both texts."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.agreement.changes import Change, pieces
from webapp.domain.agreement.rules import Wording

WORDS = st.lists(
    st.sampled_from(["I", "want", "to", "bake", "\u0623\u0631\u064a\u062f", "\n", "1"]), max_size=12
)
TEXTS = WORDS.map(" ".join) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_of_a_change_are_the_two_texts(before, now):
    change = Change(Wording(before, "en"), Wording(now, "en"))

    assert "".join(piece.text for piece in change.removed) == before
    assert "".join(piece.text for piece in change.added) == now


@given(TEXTS)
def test_nothing_is_marked_where_nothing_changed(same):
    assert not any(piece.other for piece in pieces(same, same))


def test_single_words_are_marked():
    found = pieces("I want to bake bread", "I want to bake cakes")

    assert [piece.text for piece in found if piece.other] == ["bread"]
