"""What another organisation reads of a person: only what the person shares with it."""
