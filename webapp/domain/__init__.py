"""The rules. No Flask, no forms, no translation in here.

Features stack one way, in the order that README.md and the import contracts name. What a feature
has of them is called ``model`` (tables), ``rules`` (pure) and ``service`` (use cases that are given
a session and the time).
"""
