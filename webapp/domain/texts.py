"""What counts as a text: something that can be seen."""

import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
FILLER = "\u3164"  # a letter in Unicode's eyes, and nothing in anybody else's


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    return all(unicodedata.category(mark) in UNSEEN or mark == FILLER for mark in text)
