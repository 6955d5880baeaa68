"""Meetings, what to talk about, and the brief that the coach reads before."""
