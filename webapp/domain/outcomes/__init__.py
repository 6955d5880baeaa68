"""How it goes: outcomes that the participant confirms, and the participant's own steps."""
