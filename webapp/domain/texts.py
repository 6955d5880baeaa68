"""What counts as a text, something that can be seen, and how somebody reads it."""

import unicodedata

DASHES = "\u2212\u2043"  # minus and a bullet of a list, which are no dashes to Unicode
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
# Letters, marks and a pattern in Unicode's eyes, and nothing in anybody else's.
FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    return all(unicodedata.category(mark) in UNSEEN or mark in FILLERS for mark in text)


def as_read(text: str) -> str:
    """The text as somebody reads it: wide letters, long dashes and marks that show nothing are
    other signs for a machine, and the same ones for a reader.
    """
    kinds = ((mark, unicodedata.category(mark)) for mark in unicodedata.normalize("NFKC", text))
    return "".join(
        "-" if mark in DASHES or kind == "Pd" else mark for mark, kind in kinds if kind != "Cf"
    )
