"""Demo data: five participants and their staff, with a history told through the use cases.

``stories/`` holds what happened, one file for each participant, in their own words. ``script``
reads it, ``moments`` turns "three weeks ago on Tuesday" into a time, and ``verbs`` do what the
story says. ``load`` puts it all in the database once, and ``crowd`` adds as many people as wanted.
"""

from webapp.demo.crowd import PIN as CROWD_PIN
from webapp.demo.crowd import add_many
from webapp.demo.load import Hashes, SignIn, is_loaded, load, make_hashes, sign_ins

__all__ = [
    "CROWD_PIN",
    "Hashes",
    "SignIn",
    "add_many",
    "is_loaded",
    "load",
    "make_hashes",
    "sign_ins",
]
