"""The common door: language, codes, signing in and out, about."""

from webapp.account.blueprint import blueprint

__all__ = ["blueprint"]
