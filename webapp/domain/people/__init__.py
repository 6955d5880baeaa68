"""Participants, staff, organisations, who works with whom, and how each signs in."""
