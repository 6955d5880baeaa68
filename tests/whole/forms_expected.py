"""What comes of every form: who reads the words or the choice afterwards, and where.

The table stands in tests/whole/forms, one file for each door or part of one.
"""

from tests.whole.forms import (
    account,
    coach,
    insight,
    kit,
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
    kit,
    coach,
    insight,
)
CASES = tuple(case for part in PARTS for case in part.CASES)
