"""My path: what drives me, what I need to know, who can help, my job profile and my big goal."""

from webapp.participant.path import big_goal, drive, entry, need, network, overview, profile, tries

__all__ = ["big_goal", "drive", "entry", "need", "network", "overview", "profile", "tries"]
