"""The people of the tests, made by the same use cases as real ones. Nobody is called user1."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from tests.support.store import Store
from webapp.domain.actors import Actor
from webapp.domain.people import invitations, model, passwords
from webapp.domain.people import staff as accounts
from webapp.domain.people.invite import invite as invite_person

PASSWORD = "correct horse battery"
PROJECT = "Vägen vidare"


@dataclass(frozen=True)
class Participant:
    """Somebody with a page of their own, and what they need to sign in."""

    id: int
    ref: str
    name: str
    language: str
    pin: str
    code: str
    token: str

    @property
    def actor(self) -> Actor:
        """The participant as the one who acts."""
        return Actor("participant", self.id)


@dataclass(frozen=True)
class Colleague:
    """A member of staff, and what they need to sign in."""

    id: int
    name: str
    email: str
    password: str
    role: str
    project_id: int | None = None

    @property
    def actor(self) -> Actor:
        """The member of staff as the one who acts."""
        return Actor("staff", self.id)


def staff(
    store: Store,
    name: str,
    *,
    organisation: str,
    role: str = "coach",
    project: str = PROJECT,
) -> Colleague:
    """A member of staff with this first name. Partners ("team") are in no project."""
    organisation_id = store.do(accounts.add_organisation, name=organisation, kind="municipality")
    email = f"{name.lower()}@example.org"
    project_id = None
    if project and role != "team":
        owner = {"organisation_id": organisation_id}
        project_id = store.do(accounts.add_project, name=project, **owner)
    staff_id = store.do(
        accounts.add_staff,
        organisation_id=organisation_id,
        name=name,
        email=email,
        password_hash=passwords.make_hash(PASSWORD),
        role=role,
        phone="08-123 45 67",
        project_id=project_id,
    )
    return Colleague(staff_id, name, email, PASSWORD, role, project_id)


def invited(
    store: Store, coach: Colleague, name: str, *, language: str = "sv", protected: bool = False
) -> Participant:
    """Somebody with a card in their hand that they have not used yet. ``pin`` is still empty."""
    receipt = store.do(
        invite_person, actor=coach.actor, name=name, language=language, protected=protected
    )
    with store.writing() as session:
        person_id = _id_of(session, receipt.object_ref)
    card = store.ask(invitations.card, participant_id=person_id)
    assert card is not None
    return Participant(person_id, receipt.object_ref, name, language, "", card.code, card.token)


def _id_of(session: Session, ref: str) -> int:
    found = session.scalar(select(model.Participant.id).where(model.Participant.ref == ref))
    assert found is not None
    return int(found)


def participant(
    store: Store, coach: Colleague, name: str, *, pin: str = "2580", **how: Any
) -> Participant:
    """Somebody who has used their card and chosen a PIN."""
    person = invited(store, coach, name, **how)
    store.do(invitations.use, token=person.token, pin_hash=passwords.make_hash(pin))
    return replace(person, pin=pin)


@pytest.fixture(scope="session", autouse=True)
def _cheap_hashes() -> Iterator[None]:
    """Argon2 is slow on purpose; in tests its result matters, not its price."""
    with pytest.MonkeyPatch.context() as patch:
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr(passwords, "_HASHER", cheap)
        passwords._nobody.cache_clear()
        yield


@pytest.fixture
def store(engine: Engine) -> Store:
    """This test's database."""
    return Store(engine)


@pytest.fixture
def amina(store: Store) -> Colleague:
    """Amina, coach at the municipality, reads the brief on her way to the meeting room."""
    return staff(store, "Amina", organisation="Nordby kommun")


@pytest.fixture
def per(store: Store) -> Colleague:
    """Per, coach at a social enterprise, has never met Amina's people."""
    return staff(store, "Per", organisation="Trädet ideell förening")


@pytest.fixture
def karin(store: Store) -> Colleague:
    """Karin, project leader, counts people and opens nobody's page."""
    organisation = "Samordningsförbundet Nordby"
    return staff(store, "Karin", organisation=organisation, role="project_leader")


@pytest.fixture
def hodan(store: Store, amina: Colleague) -> Participant:
    """Hodan, newly arrived, shares an old phone with her sister and reads a little English."""
    return participant(store, amina, "Hodan", language="en")


@pytest.fixture
def yusuf(store: Store, amina: Colleague) -> Participant:
    """Yusuf, reads Arabic from right to left, has never filled in a form on a screen."""
    return participant(store, amina, "Yusuf", language="ar")


@pytest.fixture
def lena(store: Store, per: Colleague) -> Participant:
    """Lena, needs easy Swedish, and knows very well what she wants."""
    return participant(store, per, "Lena Åström", language="sv@easy")


@pytest.fixture
def oleh(store: Store, per: Colleague) -> Participant:
    """Oleh, in work training, writes long texts between two buses."""
    return participant(store, per, "Oleh", language="en")


@pytest.fixture
def mia(store: Store, amina: Colleague) -> Participant:
    """Mia, protected identity: here she has an alias and nothing else."""
    return participant(store, amina, "Mia", protected=True)
