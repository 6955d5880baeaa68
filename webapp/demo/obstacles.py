"""Obstacles and golden grains that the staff of the demo have written. About no person."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from webapp.demo import moments, staff
from webapp.domain.actors import Actor
from webapp.domain.obstacles import service
from webapp.domain.obstacles.reading import colleagues
from webapp.domain.people.rules import day_in_sweden

FILE = Path(__file__).with_name("obstacles.toml")


def add_all(session: Session, staff_ids: dict[str, int], now: datetime) -> None:
    """Writes every entry and what has become of it, as it looks from ``now``."""
    for number, entry in enumerate(tomllib.loads(FILE.read_text("utf-8"))["entries"]):
        staff_id = staff_ids[entry["by"]]
        _add(session, Actor("staff", staff_id), entry, f"demo-obstacle-{number}", now)


def _ref(session: Session, actor: Actor, known_as: str) -> str:
    """Each sees to what they have written."""
    name = staff.member(known_as).name
    found = colleagues(session, staff_id=actor.id)
    return next(each.ref for each in found if each.name == name)


def _add(session: Session, actor: Actor, entry: dict[str, Any], key: str, now: datetime) -> None:
    today = day_in_sweden(now)
    owner = _ref(session, actor, entry["by"])
    receipt = service.write(
        session,
        actor=actor,
        kind=entry["kind"],
        party=entry["party"],
        type=entry["type"],
        days_lost=entry.get("days"),
        owner_ref=owner,
        text=entry["text"],
        key=key,
        now=moments.moment(entry["at"], today),
    )
    for number, later in enumerate(entry.get("then", ())):
        service.change(
            session,
            actor=actor,
            ref=receipt.object_ref,
            status=later["status"],
            days_lost=later.get("days", entry.get("days")),
            owner_ref=owner,
            comment=later["comment"],
            key=f"{key}-{number}",
            now=moments.moment(later["at"], today),
        )
