"""Use cases of questions: the coach replies, and the participant has read it."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.domain.actors import Actor
from webapp.domain.audit.repeats import once
from webapp.domain.audit.service import Receipt, write_receipt
from webapp.domain.errors import Conflict, NotFound
from webapp.domain.people.rules import day_in_sweden
from webapp.domain.people.staff import staff_card
from webapp.domain.profile import checks
from webapp.domain.profile.rules import Reply, reply_name
from webapp.domain.profile.wordings import own_row, wording_name


@once
def reply(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    ref: str,
    seen: str,
    reply: Reply,
    key: str,
    now: datetime,
) -> Receipt:
    """The coach answers a question, or says who does and by when. A later reply replaces it.

    ``seen`` is the wording that was on the page. Raises ``NotFound``, ``Invalid``, and ``Conflict``
    when the question has been changed since.
    """
    row = own_row(session, participant_id, ref)
    if row.kind != "question" or row.shared_at is None or actor.kind != "staff":
        raise NotFound
    if seen != wording_name(row):
        raise Conflict
    checks.check_reply(reply, today=day_in_sweden(now), before=row.reply_due_on)
    row.reply, row.reply_lang = reply.text.strip(), reply.lang
    row.reply_person, row.reply_due_on = reply.person.strip(), reply.due_on
    row.reply_by, row.replied_at = staff_card(session, actor.id).name, now
    row.read_at = None
    return write_receipt(session, actor, row, "reply", row.text, key, now)


@once
def mark_read(
    session: Session, *, actor: Actor, ref: str, seen: str, key: str, now: datetime
) -> Receipt:
    """The participant has read the reply, so that it is no longer new.

    ``seen`` is the reply that was on the page. Raises ``NotFound``, and ``Conflict`` when another
    one has come since: nobody has read that.
    """
    row = own_row(session, actor.participant_id, ref)
    if row.replied_at is None:
        raise NotFound
    said = Reply(row.reply, row.reply_lang, row.reply_person, row.reply_due_on)
    if seen != reply_name(said, row.replied_at):
        raise Conflict
    row.read_at = row.read_at or now
    return write_receipt(session, actor, row, "read", row.text, key, now)
