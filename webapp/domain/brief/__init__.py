"""What the coach reads before the meeting, what the participant lets go with, and its paper."""
