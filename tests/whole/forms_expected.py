"""What comes of every form: who reads the words or the choice afterwards, and where.

The table stands in tests/whole/forms, one file for each door or part of one.
"""

from tests.whole.forms import (
    account,
    booking,
    coach,
    insight,
    outcomes,
    participant_goals,
    participant_words,
    path,
    ratings,
    training,
)

PARTS = (
    account,
    participant_goals,
    participant_words,
    path,
    training,
    outcomes,
    ratings,
    coach,
    booking,
    insight,
)
CASES = tuple(case for part in PARTS for case in part.CASES)
