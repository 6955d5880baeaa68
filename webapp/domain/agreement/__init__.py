"""Lines that both agree on: versions of a text, and each party's stance to that very text."""
