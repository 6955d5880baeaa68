"""The rules. No Flask, no forms, no translation in here.

Features stack one way, from the bottom: audit, people, sharing, instruments, surveys, agreement,
goals, plan, meetings. Each has ``model`` (tables), ``rules`` (pure) and ``service`` (use cases that
are given a session and the time).
"""
