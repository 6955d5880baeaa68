"""What counts as a text: something that can be seen."""

import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
# Letters, marks and a pattern in Unicode's eyes, and nothing in anybody else's.
FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    return all(unicodedata.category(mark) in UNSEEN or mark in FILLERS for mark in text)
