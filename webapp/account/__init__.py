"""The common door: language, codes, signing in and out, about."""

from webapp.account import about, enter, invitation, machines, paper, staff, start
from webapp.account.blueprint import blueprint

__all__ = ["about", "blueprint", "enter", "invitation", "machines", "paper", "staff", "start"]
