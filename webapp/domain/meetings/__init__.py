"""Meetings: booked, moved, asked about; who comes, which language, and what to talk about."""
