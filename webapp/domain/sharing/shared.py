"""The second gate: a record as far as its owner shares it with one organisation, and no further."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.audit.log import StaffCard, Whose, end_of_log, hold, note
from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Organisation, Participant, Staff
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.sharing.model import Consent, ConsentItem
from webapp.domain.sharing.reading import COLUMNS, lives, own_consents, views
from webapp.domain.sharing.rules import ConsentView, Offer, Opened, living, opened, own_words


@dataclass(frozen=True)
class SharedRecord:
    """A record that consents have opened to an organisation. Nothing else opens one.

    ``staff`` reads it, or is None when the participant looks at their own.
    """

    participant_id: int
    name: str
    protected: bool
    organisation: str
    consents: tuple[ConsentView, ...]
    staff: StaffCard | None = None

    @property
    def opened(self) -> Opened:
        """What is open, by all consents together."""
        return opened(item for each in self.consents for item in each.items)


def open_shared(
    session: Session, *, staff_id: int, ref: str, what: str, now: datetime
) -> SharedRecord:
    """Opens what the person that ``ref`` names shares with this partner's organisation now.

    The log line is in the same transaction as the read, and a consent that is taken back meanwhile
    ends after it. Raises ``NotFound`` without a living consent, as for a reference that does not
    exist.
    """
    hold(session, ref)
    found = rows(session, _OPEN, ref=ref, staff=staff_id, now=now, today=day_in_sweden(now))
    if not found:
        raise NotFound
    number, name, protected, *of_staff = found[0][:_HEAD]
    card = StaffCard(*of_staff)
    end = end_of_log(session, participant_id=number)
    note(session, staff=card, whose=Whose(number, ref), after=end, what=what, now=now)
    consents = views(row[_HEAD:] for row in found)
    return SharedRecord(number, name, protected, card.organisation, consents, card)


def own_shared(session: Session, *, participant_id: int, ref: str, now: datetime) -> SharedRecord:
    """What the organisation of the participant's own consent ``ref`` can read now.

    It leaves no line in the log. Raises ``NotFound`` when the consent has ended.
    """
    given = living(own_consents(session, participant_id=participant_id), now)
    found = next((each for each in given if each.ref == ref), None)
    if found is None:
        raise NotFound
    return _own(session, participant_id, found.organisation, given)


def previewed(
    session: Session, *, participant_id: int, offer: Offer, now: datetime
) -> SharedRecord:
    """What the organisation could read if the participant said yes to the offer. Stores nothing."""
    given = living(own_consents(session, participant_id=participant_id), now)
    new = ConsentView(
        "",
        offer.organisation,
        frozenset(offer.items),
        offer.purpose,
        own_words(offer),
        offer.lang,
        now,
        offer.until,
    )
    kept = (each for each in given if each.ref != offer.replaces)
    return _own(session, participant_id, offer.organisation, (new, *kept))


def _own(
    session: Session, participant_id: int, organisation: str, given: tuple[ConsentView, ...]
) -> SharedRecord:
    name, protected = rows(session, _PERSON, participant=participant_id)[0]
    theirs = tuple(each for each in given if each.organisation == organisation)
    return SharedRecord(participant_id, name, protected, organisation, theirs)


_PERSON = select(Participant.name, Participant.protected).where(
    Participant.id == bindparam("participant")
)
_FRONT = (
    Participant.id,
    Participant.name,
    Participant.protected,
    Staff.id,
    Staff.ref,
    Staff.name,
    Staff.role,
    Organisation.name,
)
_HEAD = len(_FRONT)
# The lock makes who takes a consent back wait for the page that is being read, so that nothing is
# read after it. SQLite has one writer, and every opening writes to the log.
_OPEN: Any = (
    select(*_FRONT, *COLUMNS)
    .join(Consent, Consent.participant_id == Participant.id)
    .join(ConsentItem, ConsentItem.consent_id == Consent.id)
    .join(Staff, Staff.organisation_id == Consent.organisation_id)
    .join(Organisation, Organisation.id == Staff.organisation_id)
    .where(
        Participant.ref == bindparam("ref"),
        Staff.id == bindparam("staff"),
        Staff.role == "team",
        Staff.left_at.is_(None),
        *lives(),
    )
    .order_by(Consent.id.desc(), ConsentItem.id)
    .with_for_update(read=True, of=Consent)
)
