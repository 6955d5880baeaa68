"""What a form carries, to see that the words on its page still stand there when it comes back."""

import hashlib
import json
from datetime import UTC, datetime

LENGTH = 16


def name_of(at: datetime, *said: object) -> str:
    """A name for exactly these words, written at this moment. 16 hex digits.

    Words that came back later have another name. Nothing in it counts: who shares a text tells
    nobody how often it was rewritten before.
    """
    whole = [at.astimezone(UTC).isoformat(), *map(str, said)]
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()[:LENGTH]
