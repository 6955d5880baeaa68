"""Putting the demo in the database, once, and telling how to sign in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.demo import obstacles, project, staff
from webapp.demo.script import Story, stories
from webapp.demo.telling import begin, tell
from webapp.domain.errors import NotFound
from webapp.domain.people import passwords
from webapp.domain.people.demo_codes import codes_of
from webapp.domain.people.signing_in import staff_by_email
from webapp.domain.people.staff import account
from webapp.domain.surveys.rhythm import SWEDEN


@dataclass(frozen=True)
class Hashes:
    """Hashes of the demo's password and PINs. Made before the transaction, as they are slow."""

    password: str
    pins: Mapping[str, str]


@dataclass(frozen=True)
class SignIn:
    """How somebody signs in: the page to open, and what to write in its fields."""

    name: str
    role: str
    url: str
    fields: Mapping[str, str]


def make_hashes(now: datetime) -> Hashes:
    """The hashes that ``load`` needs."""
    pins = {story.pin for story in _stories(now)}
    return Hashes(
        passwords.make_hash(staff.PASSWORD), {pin: passwords.make_hash(pin) for pin in pins}
    )


def is_loaded(session: Session) -> bool:
    """Whether this database has the demo."""
    try:
        account(session, email=staff.STAFF[0].email)
    except NotFound:
        return False
    return True


def load(session: Session, *, hashes: Hashes, secret: bytes, now: datetime) -> None:
    """Tells every story as it looks from ``now``. Does nothing when it has been told before."""
    if is_loaded(session):
        return
    staff_ids = staff.add_all(session, hashes.password)
    for story in _stories(now):
        scene = begin(
            session,
            story,
            coach_id=staff_ids[story.coach],
            pin_hash=hashes.pins[story.pin],
            secret=secret,
        )
        tell(scene, now)
    project.add_choices(session, staff_ids[project.LEADER], now)
    obstacles.add_all(session, staff_ids, now)


def sign_ins(session: Session, *, secret: bytes, now: datetime) -> tuple[SignIn, ...]:
    """How to sign in as each person of the demo who still can, participants first."""
    told = _stories(now)
    codes = codes_of(
        session,
        coaches=staff.EMAILS,
        names=[story.name for story in told],
        secret=secret,
    )
    people = [
        SignIn(story.name, "participant", "/enter", {"code": codes[story.name], "pin": story.pin})
        for story in told
        if story.name in codes
    ]
    workers = [
        SignIn(each.known_as, each.role, "/staff/sign-in", _fields(each))
        for each in staff.STAFF
        if staff_by_email(session, email=each.email).id is not None
    ]
    return (*people, *workers)


def _fields(member: staff.Member) -> dict[str, str]:
    return {"email": member.email, "password": staff.PASSWORD}


def _stories(now: datetime) -> tuple[Story, ...]:
    return stories(now.astimezone(SWEDEN).date())
