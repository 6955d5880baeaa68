"""Answers now and before, in words: one row for each area, the largest change first."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from webapp.domain.instruments.definitions import Item
from webapp.domain.instruments.load import instrument
from webapp.domain.instruments.rules import Change, Direction
from webapp.domain.surveys.change import Comparison
from webapp.domain.surveys.rules import ResponseView
from webapp.kit import clock
from webapp.kit.languages import answer_text, say


@dataclass(frozen=True)
class Row:
    """One area. ``now`` and ``before`` are steps from 1 to 5 or None, beside them their words."""

    area: str
    now: int | None
    before: int | None
    now_text: str
    before_text: str
    direction: Direction | Literal["changed"]
    steps: int
    lifted: bool


@dataclass(frozen=True)
class Ratings:
    """One instrument: its title, the activity it is about, when it was answered, what moved and
    what is as before."""

    title: str
    subject: str
    now_on: str
    before_on: str
    moved: tuple[Row, ...]
    same: tuple[Row, ...]


def table(found: Comparison) -> Ratings:
    """The comparison in the language of this request."""
    # What should be talked about must not end among the other areas.
    lifted = {change.item_id for change in found.lifted}
    urgent = sorted(found.changes, key=lambda change: change.item_id not in lifted)
    rows = [_moved(found, change, lifted) for change in urgent]
    rows += [_chosen(found, item) for item in found.instrument.items if _is_shown(found, item)]
    return Ratings(
        say(found.instrument.title),
        found.subject,
        _day(found.now_at),
        _day(found.before_at) if found.before_at else "",
        moved=tuple(row for row in rows if row.direction != "same"),
        same=tuple(row for row in rows if row.direction == "same"),
    )


def private(responses: tuple[ResponseView, ...]) -> list[tuple[datetime, str, str]]:
    """What only the coach rates, newest first: when, which area, and the answer in words."""
    found = []
    for each in responses:
        if each.rater != "coach":
            continue
        items = {item.id: item for item in instrument(each.instrument, each.version).items}
        for item_id, answer in each.answers.items():
            item = items[item_id]
            if item.mirror is None:
                texts = {option.code: say(option.wording) for option in item.options}
                found.append((answer.at, say(item.area), texts.get(answer.code, answer.text)))
    return found


def _day(at: datetime) -> str:
    """Day and month only: there is little room."""
    return clock.short_day(at)


def _moved(found: Comparison, change: Change, lifted: Container[str]) -> Row:
    item = found.instrument.item(change.item_id)
    return Row(
        say(change.area),
        change.now,
        change.before,
        *_words(found, item),
        change.direction,
        abs(change.steps),
        change.item_id in lifted,
    )


def _chosen(found: Comparison, item: Item) -> Row:
    """A question whose answers have no order: nothing goes up or down."""
    now, before = _words(found, item)
    moved: Direction | Literal["changed"] = "unknown"
    if before:
        moved = "same" if now == before else "changed"
    return Row(say(item.area), None, None, now, before, moved, 0, False)


def _is_shown(found: Comparison, item: Item) -> bool:
    return item.kind == "choice" and item.show.coach == "named" and item.id in found.now.answers


def _words(found: Comparison, item: Item) -> tuple[str, str]:
    return _answer(item, found.now), _answer(item, found.before) if found.before else ""


def _answer(item: Item, given: ResponseView) -> str:
    answer = given.answers.get(item.id)
    return answer_text(item, answer.code) if answer else ""
