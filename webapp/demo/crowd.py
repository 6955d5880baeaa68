"""Many people for one coach, each with a short history, to measure and to try long lists with."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.demo import staff
from webapp.demo.script import story
from webapp.demo.telling import begin, tell
from webapp.domain.people.demo_codes import codes_of
from webapp.domain.people.staff import account
from webapp.domain.surveys.rhythm import SWEDEN

COACH = "Per"
PIN = "7294"
FIRST = (
    "Ahmad", "Aisha", "Anders", "Anna", "Åsa", "Birgit", "Carlos", "Diana", "Elif", "Erik",
    "Farah", "Fatima", "Göran", "Ibrahim", "Ingrid", "Jamal", "Kerstin", "Leila", "Maria", "Mehmet",
    "Nadia", "Olga", "Örjan", "Pedro", "Rania", "Sara", "Tomas", "Viktor", "Yasmin", "Zahra",
)  # fmt: skip
LAST = (
    "Abdi", "Ahlgren", "Ali", "Andersson", "Åberg", "Berg", "Bondarenko", "Çelik", "Dahl", "Demir",
    "Ek", "Farah", "Garcia", "Haddad", "Hassan", "Holm", "Ibrahim", "Jama", "Jansson", "Khalil",
    "Kovalenko", "Lind", "Lopez", "Lund", "Mahmoud", "Mohamud", "Nilsson", "Norén", "Öberg", "Omar",
    "Petrov", "Rahimi", "Saleh", "Sjögren", "Sultani", "Tesfay", "Warsame", "Yilmaz", "Zaki", "Ask",
)  # fmt: skip
GOALS = {
    "sv": "Jag vill arbeta i en affär",
    "sv@easy": "Jag vill må bättre",
    "en": "I want to speak more Swedish",
    "ar": "أريد أن أتحدث السويدية أكثر",
}
STEPS = {
    "sv": "Jag frågar i tre affärer.",
    "sv@easy": "Jag går ut varje dag.",
    "en": "I go to the language café.",
    "ar": "أذهب إلى مقهى اللغة.",
}
WISHES = {
    "sv": "Jag vill prata om arbetstider.",
    "sv@easy": "Jag vill prata om min hälsa.",
    "en": "I want to talk about courses.",
    "ar": "أريد أن أتحدث عن الدورات.",
}


def add_many(session: Session, count: int, *, pin_hash: str, secret: bytes, now: datetime) -> int:
    """Sees to it that Per has this many extra people, and returns how many are new.

    ``pin_hash`` is of ``PIN``, which all have. The demo must be loaded; else raises ``NotFound``.
    """
    coach = account(session, email=staff.member(COACH).email)
    there = codes_of(
        session, coaches=staff.EMAILS, names=[name(each) for each in range(count)], secret=secret
    )
    today = now.astimezone(SWEDEN).date()
    missing = [number for number in range(count) if name(number) not in there]
    for number in missing:
        one = story(_data(number), today)
        tell(begin(session, one, coach_id=coach.id, pin_hash=pin_hash, secret=secret), now)
        session.expunge_all()  # thousands of rows would make each flush slower than the last
    return len(missing)


def name(number: int) -> str:
    """A name that no other number has."""
    again, place = divmod(number, len(FIRST) * len(LAST))
    row, column = divmod(place, len(FIRST))
    family = LAST[(row * 31 + column) % len(LAST)]
    return f"{FIRST[column]} {family} {again + 1}" if again else f"{FIRST[column]} {family}"


def _data(number: int) -> dict[str, Any]:
    language = tuple(GOALS)[number % len(GOALS)]
    weeks = 6 + number % 24
    coming = f"d+{1 + number % 20}"
    clock = f"{9 + number % 7:02}:00"
    return {
        "name": name(number),
        "language": language,
        "own": language.split("@")[0],
        "coach": COACH,
        "pin": PIN,
        "start": f"w-{weeks} mon 08:00",
        "place": "Rum 3",
        "meetings": [f"{week} {clock}" for week in (f"w-{weeks - 2} tue", "w-2 tue", coming)],
        "events": _events(number, language, weeks),
    }


def _events(number: int, language: str, weeks: int) -> list[dict[str, Any]]:
    first = f"w-{weeks - 2} tue"
    egen = " ".join(str(2 + (number + place) % 4) for place in range(8))
    found: list[dict[str, Any]] = [
        {"at": f"w-{weeks} wed 19:00", "do": "goal", "as": "goal", "text": GOALS[language]},
        {"at": f"{first} 18:00", "do": "step", "as": "step", "to": "goal", "text": STEPS[language]},
        {"at": f"{first} 19:00", "do": "survey", "instrument": "MOTE", "answers": "4 4 5 4 skip"},
        {"at": "w-2 mon 09:00", "by": "coach", "do": "answer", "line": "goal", "value": "yes"},
    ]
    if number % 2:
        found.append({"at": "w-2 sun 18:00", "do": "mark", "line": "step", "done": True})
    if number % 3 == 0:
        at = f"w-{weeks} wed 18:00"
        found.append({"at": at, "do": "survey", "instrument": "EGEN", "answers": egen})
        found.append({"at": "d-1 19:00", "do": "wish", "text": WISHES[language]})
    return found
