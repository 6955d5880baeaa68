"""Telling a story: the person is invited, and then everything happens in its order."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.demo.scene import Scene
from webapp.demo.script import Story
from webapp.demo.verbs import VERBS, use_card
from webapp.domain.actors import Actor
from webapp.domain.people import invitations, invite
from webapp.domain.sharing import gate

__all__ = ["begin", "tell"]
