"""Reading what the participant has written about themself: one statement, however much there is."""

from typing import Any, cast

from sqlalchemy import Row, and_, bindparam, func, null, select
from sqlalchemy.orm import Session, aliased

from webapp.domain.database import rows
from webapp.domain.errors import NotFound
from webapp.domain.people.model import Participant
from webapp.domain.profile.model import ProfileEntry
from webapp.domain.profile.rules import EntryView, Kind, Reply, ReplyView, SharedPath, Words
from webapp.domain.sharing.gate import OpenedRecord


def own_entries(session: Session, *, participant_id: int) -> tuple[EntryView, ...]:
    """All of it, private things too, oldest first: for the participant's own pages only."""
    return tuple(_view(row) for row in rows(session, _OWN, participant=participant_id))


def own_entry(session: Session, *, participant_id: int, ref: str) -> EntryView:
    """One entry of the participant, as it stands now. Raises ``NotFound``."""
    for entry in own_entries(session, participant_id=participant_id):
        if entry.ref == ref:
            return entry
    raise NotFound


def asked_about(session: Session, *, participant_id: int) -> frozenset[int]:
    """The numbers of the lines in the log that the participant has asked about."""
    return frozenset(row[0] for row in rows(session, _ASKED_ABOUT, participant=participant_id))


def own_kind(session: Session, *, participant_id: int, ref: str) -> Kind:
    """What kind of entry it is, taken away or not. Raises ``NotFound``."""
    found = rows(session, _KIND, participant=participant_id, ref=ref).first()
    if found is None:
        raise NotFound
    return cast(Kind, found[0])


def shared_entries(session: Session, record: OpenedRecord) -> SharedPath:
    """What the participant shares, and how many contacts were made. Nothing private is in here."""
    found = rows(session, _SHARED, participant=record.participant_id).all()
    made = found[0][0] if found else 0
    return SharedPath(tuple(_view(row[1:]) for row in found if row[1] is not None), made)


def _columns(read_at: Any) -> tuple[Any, ...]:
    entry = ProfileEntry
    return (
        entry.ref, entry.number, entry.kind, entry.text, entry.lang, entry.part, entry.person,
        entry.how, entry.place, entry.months, entry.due_on, entry.created_at, entry.written_at,
        entry.shared_at, entry.done_at, entry.outcome, entry.outcome_lang, entry.reply,
        entry.reply_lang, entry.reply_person, entry.reply_due_on, entry.reply_by, entry.replied_at,
        read_at, entry.about_log,
    )  # fmt: skip


def _view(row: Row[*tuple[Any, ...]] | tuple[Any, ...]) -> EntryView:
    ref, number, kind = row[:3]
    created, written, shared, done, outcome, lang = row[11:17]
    words, reply = Words(*row[3:11]), _reply(*row[17:-1])
    return EntryView(
        ref, number, kind, words, created, written, shared, done, outcome, lang, reply, row[-1]
    )


def _reply(
    text: str, lang: str, person: str, due_on: Any, by: str, at: Any, read_at: Any
) -> ReplyView | None:
    return ReplyView(Reply(text, lang, person, due_on), by, at, read_at) if at else None


def _stands(entry: Any) -> Any:
    return and_(entry.replaced_at.is_(None), entry.removed_at.is_(None))


def _contacts_made() -> Any:
    contact = aliased(ProfileEntry)
    return (
        select(func.count())
        .select_from(contact)
        .where(
            contact.participant_id == Participant.id,
            contact.kind == "contact",
            contact.done_at.is_not(None),
            _stands(contact),
        )
        .correlate(Participant)
        .scalar_subquery()
    )


_OWN: Any = (
    select(*_columns(ProfileEntry.read_at))
    .where(ProfileEntry.participant_id == bindparam("participant"), _stands(ProfileEntry))
    .order_by(ProfileEntry.created_at, ProfileEntry.id)
)
_KIND = select(ProfileEntry.kind).where(
    ProfileEntry.participant_id == bindparam("participant"), ProfileEntry.ref == bindparam("ref")
)
_ASKED_ABOUT = select(ProfileEntry.about_log).where(
    ProfileEntry.participant_id == bindparam("participant"),
    ProfileEntry.about_log.is_not(None),
    _stands(ProfileEntry),
)
# Whether the participant has read a reply is not the coach's business.
_SHARED: Any = (
    select(_contacts_made(), *_columns(null()))
    .select_from(Participant)
    .outerjoin(
        ProfileEntry,
        and_(
            ProfileEntry.participant_id == Participant.id,
            ProfileEntry.shared_at.is_not(None),
            ProfileEntry.kind != "contact",
            _stands(ProfileEntry),
        ),
    )
    .where(Participant.id == bindparam("participant"))
    .order_by(ProfileEntry.created_at, ProfileEntry.id)
)
