"""Codes that people read, write and say: no letters or digits that look alike."""

import hashlib
import hmac
import secrets

from webapp.domain.errors import Invalid

# No 0 O, 1 I L, U, Z. A prime number of them, as the check character needs.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXY"
BASE = len(ALPHABET)
RECEIPT_LENGTH = 6


def new_ref() -> str:
    """An opaque name for an address: 12 characters, 58 bits, says nothing about its owner."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12)).lower()


def check_character(text: str) -> str:
    """The check character of a code: finds one wrong character or two that changed places."""
    total = sum((place + 1) * ALPHABET.index(mark) for place, mark in enumerate(text))
    return ALPHABET[total % BASE]


def new_receipt_code() -> str:
    """A receipt code such as ``K7-42MX``: five random characters and a check character."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(RECEIPT_LENGTH - 1))
    whole = body + check_character(body)
    return f"{whole[:2]}-{whole[2:]}"


def receipt_code(typed: str) -> str:
    """The code of a receipt as somebody typed it, in the form that is stored: ``K7-42MX``.

    Raises ``Invalid`` for ``code``: ``empty``, ``alike`` for a character that no code has,
    ``length``, or ``wrong`` when the check character does not fit.
    """
    whole = tidy(typed)
    if not whole:
        raise Invalid("code", "empty")
    if not set(whole) <= set(ALPHABET):
        raise Invalid("code", "alike")
    if len(whole) != RECEIPT_LENGTH:
        raise Invalid("code", "length")
    if check_character(whole[:-1]) != whole[-1]:
        raise Invalid("code", "wrong")
    return f"{whole[:2]}-{whole[2:]}"


def tidy(code: str) -> str:
    """A code as somebody typed it, in the form we compare: capitals, no spaces or dashes.

    An Arabic keyboard sends digits of its own. A letter O becomes nothing we use, so it stays and
    the code is simply unknown.
    """
    return plain_digits("".join(mark for mark in code.upper() if mark.isalnum()))


def plain_digits(text: str) -> str:
    """Digits of any script as 0 to 9: an Arabic keyboard sends its own."""
    return "".join(str(int(mark)) if mark.isdecimal() else mark for mark in text)


def derive(secret: bytes, purpose: str, nonce: str, length: int) -> str:
    """A code of ``length`` characters that only the holder of ``secret`` can make again.

    The database keeps the nonce and a digest, so a stolen database holds no working code.
    """
    digest = hmac.new(secret, f"{purpose}:{nonce}".encode(), hashlib.sha512).digest()
    number = int.from_bytes(digest, "big")
    marks = []
    for _ in range(length):
        number, rest = divmod(number, BASE)
        marks.append(ALPHABET[rest])
    return "".join(marks)


def keyed_digest(secret: bytes, purpose: str, text: str) -> str:
    """A digest of ``text`` to look it up by, useless without ``secret``. 64 hex digits."""
    return hmac.new(secret, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()
