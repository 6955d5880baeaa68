"""What comes of every form: who reads the words or the choice afterwards, and where.

The table stands in tests/whole/forms, one file for each door.
"""

from tests.whole.forms import account, coach, participant_goals, participant_words, training

CASES = (
    *account.CASES,
    *participant_goals.CASES,
    *participant_words.CASES,
    *coach.CASES,
    *training.CASES,
)
