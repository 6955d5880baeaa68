"""Who is signed in on this browser, and since when. The sign-in itself is a row in the database."""

import hashlib
import time
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, g, request, session
from flask_login import UserMixin, current_user, login_user, logout_user

from webapp.domain.actors import Actor
from webapp.domain.people import kept, rules, signed_in, signing_in
from webapp.domain.people.signed_in import SignedIn
from webapp.extensions import login_manager
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.here import here
from webapp.kit.languages import forget_current
from webapp.settings import Settings

PHONE_COOKIE = "phone"
PHONE_LIFE = 365 * 24 * 3600
REFRESH = 60  # seconds between two new cookies
NOBODY_YET: Any = object()  # nobody has been looked for


@dataclass(frozen=True)
class Who(UserMixin):
    """The signed-in person, as pages and views know them."""

    person: SignedIn
    token: str

    @property
    def kind(self) -> str:
        """``participant`` or ``staff``."""
        return self.person.kind

    @property
    def id(self) -> int:
        """The row's number."""
        return self.person.id

    @property
    def name(self) -> str:
        """What the person is called."""
        return self.person.name

    @property
    def role(self) -> str:
        """The role of a member of staff: coach, team or project_leader; empty for others."""
        return self.person.role

    @property
    def actor(self) -> Actor:
        """The person as the one who acts in a use case."""
        return Actor(self.person.kind, self.person.id)

    @property
    def keeper(self) -> str:
        """An opaque name, to tell one person's unsent words from another's."""
        own = f"{settings().secret_key}{self.person.kind}:{self.person.id}"
        return hashlib.sha256(own.encode()).hexdigest()[:12]

    @property
    def idle_seconds(self) -> int:
        """After how long without a request the sign-in ends."""
        idle, _ = rules.limits(staff=self.kind == "staff", own_phone=self.person.own_phone)
        return int(idle.total_seconds())

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie: the sign-in, never the person."""
        return self.token


def settings() -> Settings:
    """The settings of the current application."""
    found: Settings = current_app.config["SETTINGS"]
    return found


@login_manager.user_loader
def load(token: str) -> Who | None:
    """The person of this sign-in, unless it has ended, is too old or has been idle too long."""
    person = signed_in.whose(reading(), token=token, now=now())
    if person is None:
        return None
    who, seen = Who(person, token), session.get("seen", 0)
    if time.time() - seen > who.idle_seconds:
        return None
    if time.time() - seen > REFRESH:
        session["seen"] = int(time.time())
    g.person = person
    return who


def me() -> Who:
    """The signed-in person, behind a door's lock."""
    found = who()
    assert found is not None  # noqa: S101 - the lock has seen to it
    return found


def who() -> Who | None:
    """The signed-in person, or None."""
    kept = here()
    found: Who | None = kept.get("who", NOBODY_YET)
    if found is NOBODY_YET:
        user = current_user._get_current_object()
        found = kept.who = user if user.is_authenticated else None
    return found


def begin(*, participant_id: int | None = None, staff_id: int | None = None, own: bool) -> None:
    """Signs somebody in on this browser. Whoever was signed in before is signed out first."""
    end()
    with writing() as db:
        kept.purge(db, now=now())
        token = signing_in.begin(
            db, now=now(), participant_id=participant_id, staff_id=staff_id, own_phone=own
        )
    session["seen"] = int(time.time())
    found = load(token)
    forget_current()
    login_user(found)
    # Flask-Login's digest of this phone's address and browser: nothing here asks for it.
    session.pop("_id", None)
    g.pop("who", None)


def end() -> None:
    """Signs out: the row is ended, and the cookie forgets everything."""
    token = session.get("_user_id")
    if token:
        with writing() as db:
            signing_in.end(db, token=token, now=now())
    logout_user()
    session.clear()
    g.pop("person", None)
    g.pop("who", None)
    forget_current()


def set_phone_cookie(response: Response, token: str) -> None:
    """This is the person's own phone: next time the PIN alone is enough."""
    response.set_cookie(
        PHONE_COOKIE,
        token,
        max_age=PHONE_LIFE,
        httponly=True,
        secure=settings().secure,
        samesite="Lax",
    )


def leave(response: Response) -> Response:
    """Asks the browser to forget everything it has kept of the pages."""
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def phone_token() -> str | None:
    """The token of the person's own phone, if this is one."""
    return request.cookies.get(PHONE_COOKIE)
