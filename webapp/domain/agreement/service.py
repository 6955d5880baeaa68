"""Use cases of agreement: write a text, change it, answer it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain import codes
from webapp.domain.actors import Actor
from webapp.domain.agreement import model, rules
from webapp.domain.agreement.rules import Value, Wording
from webapp.domain.errors import Conflict, Invalid, NotFound


def write_line(
    session: Session,
    *,
    actor: Actor,
    participant_id: int,
    wording: Wording,
    shared: bool,
    now: datetime,
) -> model.Line:
    """A new line. Its author has said yes to it; the other party is waited for."""
    line = model.Line(
        ref=codes.new_ref(),
        participant_id=participant_id,
        number=0,
        created_at=now,
        shared_at=now if shared else None,
        shared_from=1 if shared else None,
    )
    session.add(line)
    session.flush()
    _add_version(session, line=line, actor=actor, wording=wording, now=now)
    return line


def rewrite_line(
    session: Session,
    *,
    actor: Actor,
    line: model.Line,
    seen: str,
    wording: Wording,
    now: datetime,
) -> bool:
    """A new version, when it differs. Both earlier answers stop counting. True when it was stored.

    Words that stay as they were stay in their language, whatever the language of the page.
    ``seen`` is the version the writer saw. Raises ``Conflict`` when somebody was there first.
    """
    before = _seen_version(session, line, seen)
    wording = rules.in_its_language(rules.tidy(wording), _wording(before))
    if before.digest == rules.digest(wording):
        return False
    _add_version(session, line=line, actor=actor, wording=wording, now=now)
    return True


def _add_version(
    session: Session, *, line: model.Line, actor: Actor, wording: Wording, now: datetime
) -> None:
    wording = rules.tidy(wording)
    problem = rules.text_problem(wording.text)
    if problem:
        raise Invalid("text", problem)
    line.number += 1
    version = model.Version(
        line_id=line.id,
        number=line.number,
        text=wording.text,
        lang=wording.lang,
        card=wording.card,
        doer=wording.doer,
        doer_name=wording.doer_name,
        due_on=wording.due_on,
        digest=rules.digest(wording),
        author=actor.party,
        author_id=actor.id,
        at=now,
    )
    session.add(version)
    session.flush()
    _add_stance(session, version=version, actor=actor, value="yes", reason="", lang="", now=now)


def take_stance(
    session: Session,
    *,
    actor: Actor,
    line: model.Line,
    seen: str,
    value: Value,
    reason: str,
    lang: str,
    now: datetime,
) -> None:
    """Stores the actor's own answer to the version it saw; nobody answers for the other party.

    Raises ``Conflict`` when the text has changed since, ``Invalid`` for "no" or "yes, but"
    without a reason, or a reason that is too long.
    """
    version = _seen_version(session, line, seen)
    rules.check_answer(value, reason)
    _add_stance(
        session, version=version, actor=actor, value=value, reason=reason, lang=lang, now=now
    )


def _add_stance(
    session: Session,
    *,
    version: model.Version,
    actor: Actor,
    value: Value,
    reason: str,
    lang: str,
    now: datetime,
) -> None:
    session.add(
        model.Stance(
            version_id=version.id,
            party=actor.party,
            actor_id=actor.id,
            value=value,
            reason=reason.strip(),
            lang=lang,
            at=now,
        )
    )
    session.flush()


def _seen_version(session: Session, line: model.Line, seen: str) -> model.Version:
    version = _version(session, line)
    if seen != name_of(version):
        raise Conflict
    return version


def name_of(version: model.Version) -> str:
    """What this version is called in a form."""
    return rules.version_name(_wording(version), version.at)


def _version(session: Session, line: model.Line) -> model.Version:
    return session.scalars(
        select(model.Version).where(
            model.Version.line_id == line.id, model.Version.number == line.number
        )
    ).one()


def share_line(line: model.Line, *, shared: bool, now: datetime) -> None:
    """Opens the text as it stands to the coach, or makes it "only me" again.

    What was shared before stays shared from its first day.
    """
    if not shared:
        line.shared_at = line.shared_from = None
    elif line.shared_at is None:
        line.shared_at, line.shared_from = now, line.number


def own_line(session: Session, *, participant_id: int, ref: str, shared_only: bool) -> model.Line:
    """The line of this person with this name, locked for writing. Raises ``NotFound``."""
    line = session.scalar(
        select(model.Line)
        .where(model.Line.ref == ref, model.Line.participant_id == participant_id)
        .with_for_update()
    )
    if line is None or (shared_only and line.shared_at is None):
        raise NotFound
    return line


def wording_of(session: Session, line: model.Line) -> Wording:
    """What the line says now."""
    return _wording(_version(session, line))


def _wording(version: model.Version) -> Wording:
    return Wording(
        version.text,
        version.lang,
        version.card,
        version.doer,
        version.doer_name,
        version.due_on,
    )
