"""The staff of the demo. The organisations are made up, but for the two authorities."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.domain.people import staff as accounts


@dataclass(frozen=True)
class Organisation:
    """Where somebody works."""

    name: str
    kind: str


@dataclass(frozen=True)
class Member:
    """One member of staff. ``known_as`` is what the demo calls them."""

    known_as: str
    name: str
    email: str
    role: str
    phone: str
    organisation: Organisation


MUNICIPALITY = Organisation("Södertörns kommun", "municipality")
ASSOCIATION = Organisation("Samordningsförbundet Södra Mälaren", "coordination_association")
AUTHORITY = Organisation("Arbetsförmedlingen", "authority")
# Partners where nobody has an account yet; the participants can share with them all the same.
OTHERS = (
    Organisation("Försäkringskassan", "authority"),
    Organisation("Region Södra Mälaren", "region"),
    Organisation("Växtkraft arbetsintegrerande företag", "social_enterprise"),
)

# The numbers are set aside for fiction by Post- och telestyrelsen, so nobody answers.
STAFF = (
    Member(
        "Amina", "Amina Rahmani", "amina@sodertorn.example", "coach", "070-174 06 11", MUNICIPALITY
    ),
    Member("Per", "Per Lindqvist", "per@finsam.example", "coach", "070-174 06 24", ASSOCIATION),
    Member("Eva", "Eva Sandberg", "eva@af.example", "team", "070-174 06 37", AUTHORITY),
    Member(
        "Karin", "Karin Öberg", "karin@finsam.example", "project_leader", "070-174 06 48",
        ASSOCIATION,
    ),
)  # fmt: skip
PROJECT = "Vägen vidare"
EMAILS = tuple(each.email for each in STAFF)
PASSWORD = "solros-i-regn-42"  # noqa: S105 - the demo's, printed for everybody


def member(known_as: str) -> Member:
    """The member of staff whom the demo calls this. Raises ``StopIteration``."""
    return next(each for each in STAFF if each.known_as == known_as)


def add_all(session: Session, password_hash: str) -> dict[str, int]:
    """Adds every member of staff, and returns their ids by what the demo calls them."""
    for other in OTHERS:
        accounts.add_organisation(session, name=other.name, kind=other.kind)
    return {member.known_as: _add(session, member, password_hash) for member in STAFF}


def _add(session: Session, member: Member, password_hash: str) -> int:
    organisation = accounts.add_organisation(
        session, name=member.organisation.name, kind=member.organisation.kind
    )
    return accounts.add_staff(
        session,
        organisation_id=organisation,
        project_id=_project(session, member),
        name=member.name,
        email=member.email,
        password_hash=password_hash,
        role=member.role,
        phone=member.phone,
    )


def _project(session: Session, member: Member) -> int | None:
    """Coaches and the project leader work in the project; partners only share some people."""
    if member.role == "team":
        return None
    owner = accounts.add_organisation(session, name=ASSOCIATION.name, kind=ASSOCIATION.kind)
    return accounts.add_project(session, name=PROJECT, organisation_id=owner)
