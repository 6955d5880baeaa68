"""What counts as a text: something that somebody can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.texts import is_blank

UNSEEN = (
    " \t\r\n\u00a0\u00ad\u034f\u115f\u1160\u2000\u200b\u200d\u2028\u2066\u2800\u3164\ufe0f\uffa0"
)


@given(st.text(UNSEEN))
def test_nothing_that_can_be_seen_is_no_text(text):
    assert is_blank(text)


@given(st.text(UNSEEN), st.sampled_from("aåя漢ا7.😀"), st.text(UNSEEN))
def test_one_mark_that_can_be_seen_is_a_text(before, mark, after):
    assert not is_blank(before + mark + after)


@pytest.mark.parametrize("text", ["Per", "N'Diaye", "\u200fعلي\u200f", "❤\ufe0f", "…"])
def test_words_names_and_pictures_are_texts(text):
    assert not is_blank(text)
