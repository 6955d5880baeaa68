"""What comes of every form: who reads the words or the choice afterwards, and where.

The table stands in tests/whole/forms, one file for each door or part of one.
"""

from tests.whole.forms import (
    account,
    agreement,
    booking,
    chain,
    coach,
    coordination,
    insight,
    kit,
    meaning,
    outcomes,
    participant_goals,
    participant_words,
    path,
    ratings,
    sharing,
    training,
)

PARTS = (
    account,
    agreement,
    participant_goals,
    participant_words,
    path,
    training,
    outcomes,
    coordination,
    ratings,
    kit,
    coach,
    booking,
    insight,
    meaning,
    sharing,
    chain,
)
CASES = tuple(case for part in PARTS for case in part.CASES)
