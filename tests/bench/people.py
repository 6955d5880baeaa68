"""Databases with people in them, and the cookies that sign them in."""

import secrets
import time
from datetime import datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from tests.support import record
from tests.support.people import Colleague, Participant, invited, staff
from tests.support.store import Store
from webapp.domain.actors import Actor
from webapp.domain.agreement.rules import Wording
from webapp.domain.goals import service as goals
from webapp.domain.instruments.load import instrument
from webapp.domain.meetings import service as meetings
from webapp.domain.people import service, signing_in
from webapp.domain.surveys.model import Answer, Response, Round

FEW_PEOPLE, MANY_PEOPLE = 5, 500
FEW_ANSWERS, MANY_ANSWERS = 2, 200
FEW_RESPONSES, MANY_RESPONSES = 2, 200
USUAL_ANSWERS = 24
QUESTION = "EGEN"
ITEMS = len(instrument(QUESTION).answered_by("P"))


def coach_with(store: Store, name: str, people: int) -> Colleague:
    """A coach with this many people, each with a goal, a meeting and a wish."""
    coach = staff(store, name, organisation="Nordby kommun")
    with store.writing() as session:
        for number in range(people):
            _short_history(session, coach, f"{name} {number}", store.now)
            session.expunge_all()  # thousands of rows would make each flush slower than the last
    return coach


def _short_history(session: Session, coach: Colleague, name: str, now: datetime) -> None:
    row = service.add_participant(session, name=name, language="sv", protected=False, now=now)
    service.assign(session, participant_id=row.id, staff_id=coach.id, now=now)
    actor = Actor("participant", row.id)
    given: dict[str, Any] = {"key": "first", "now": now}
    wording = Wording("Jag vill arbeta i en affär", "sv")
    goals.set_goal(
        session, actor=actor, participant_id=row.id, wording=wording, shared=True, **given
    )
    meetings.wish(session, actor=actor, text="Jag vill prata om arbetstider.", lang="sv", **given)
    meetings.book(
        session,
        actor=coach.actor,
        participant_id=row.id,
        starts_at=now + timedelta(days=3),
        place="Storgatan 1",
        **given,
    )


def person_with(store: Store, coach: Colleague, name: str, answers: int) -> Participant:
    """A participant with goals and steps that both have seen, meetings, a wish and answers."""
    one = invited(store, coach, name)
    for text in ("Jag vill arbeta i en affär", "Jag vill prata mer svenska", "Jag vill må bättre"):
        goal = record.set_goal(store, one, text)
        for step in ("Jag frågar i tre affärer.", "Jag går till språkcaféet."):
            record.add_step(store, one, goal, step)
        record.add_step(store, one, goal, "Vi ringer kommunen.", doer="together", by=coach)
    for days in (-14, 7):
        record.book(store, coach, one, store.now + timedelta(days=days))
    record.wish(store, one, "Jag vill prata om arbetstider.")
    record.task(store, one, QUESTION)  # who sees the answers is chosen before the first
    with store.writing() as session:
        answer_before(session, one, answers, store.now)
    return one


def answer_before(session: Session, one: Participant, count: int, now: datetime) -> None:
    """This many answers in finished rounds of the last years, eight a round."""
    asked = instrument(QUESTION)
    items = asked.answered_by("P")
    for number in range(count):
        place = number % len(items)
        if place == 0:
            at = now - timedelta(days=400 + number)
            response = _response(session, one, asked, at)
        session.add(_answer(response, items[place], number, at))


def _response(session: Session, one: Participant, asked: Any, at: datetime) -> Response:
    round_ = Round(
        participant_id=one.id,
        instrument=asked.id,
        version=asked.version,
        occasion=f"before-{at:%Y-%m-%d}",
        opened_at=at,
        closes_at=at + timedelta(days=30),
    )
    session.add(round_)
    session.flush()
    response = Response(
        round_id=round_.id,
        rater="participant",
        rater_id=one.id,
        content_hash=asked.content_hash,
        started_at=at,
        completed_at=at,
    )
    session.add(response)
    session.flush()
    return response


def _answer(response: Response, item: Any, number: int, at: datetime) -> Answer:
    return Answer(
        response_id=response.id,
        item=item.id,
        code=item.options[number % len(item.options)].code,
        text="",
        shown_language="sv",
        shown_direction="ltr",
        shown_variant="words",
        receipt_code=f"R{number}",
        at=at,
    )


def cookie(app: Flask, store: Store, person: Participant | Colleague) -> str:
    """The Cookie header of a browser in which the person has signed in."""
    token = store.do(signing_in.begin, **{f"{person.actor.kind}_id": person.id})
    form_token = secrets.token_hex(20)  # what the first page with a form puts there
    kept = {
        "_user_id": token,
        "_fresh": True,
        "seen": int(time.time()),
        "csrf_token": form_token,
    }
    return signed(app, kept)


def signed(app: Flask, kept: dict[str, Any]) -> str:
    """The Cookie header that carries these values in the app's session."""
    signer: Any = app.session_interface
    name = app.config["SESSION_COOKIE_NAME"]
    return f"{name}={signer.get_signing_serializer(app).dumps(kept)}"
