"""The paper for a meeting: the person's language and Swedish side by side, frozen when made.

It is composed once in each language and the two are laid side by side. What is stored is the text
itself, so that the paper and its page say the same for ever.
"""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from webapp.domain.agreement.rules import LineView
from webapp.domain.brief.prepare import Before
from webapp.domain.goals.rules import GoalView, StepView
from webapp.kit.briefs import MOST
from webapp.kit.cards import card_text
from webapp.kit.clock import day, day_clock
from webapp.kit.languages import FIRST, by_code, speaking
from webapp.kit.ratings import table
from webapp.kit.texts import direction

Meaning = Callable[[str, str], str | None]
"""What words in this language mean in Swedish, when somebody has told."""
Row = dict[str, Any]
Part = tuple[str, list[Row]]
LINES = 3  # to write on by hand
AREAS = 3  # of each instrument, what moved most first: the paper has two pages


def compose(before: Before, meaning: Meaning, *, now: datetime) -> str:
    """The paper as it will be stored, in the person's language and in Swedish.

    ``meaning`` gives the Swedish of somebody's own words, where it is known.
    """
    own = by_code().get(before.record.language, by_code()[FIRST])
    codes = [own.code] if own.tag == FIRST else [own.code, FIRST]
    told = [_told(code, before, meaning, now) for code in codes]
    parts = []
    for same in zip(*told, strict=True):
        rows = [_beside(rows) for rows in zip(*(rows for _title, rows in same), strict=True)]
        parts.append({"title": [title for title, _rows in same], "rows": rows})
    with speaking(FIRST):
        not_yet = _("Not in Swedish yet. Write it here:")
    return json.dumps({"sides": codes, "parts": parts, "not_yet": not_yet}, ensure_ascii=False)


def _beside(rows: tuple[Row, ...]) -> Row:
    """The same row in every language: texts side by side, own words once."""
    first = rows[0]
    return {**first, "text": [row["text"] for row in rows]} if "text" in first else first


def _told(code: str, before: Before, meaning: Meaning, now: datetime) -> list[Part]:
    with speaking(code):
        return [
            (_("For our meeting"), list(_when(before, now))),
            (_("I want to talk about"), list(_words(before, meaning))),
            (_("My goals"), [row for goal in _goals(before) for row in _goal(goal, meaning)]),
            *_ratings(before),
            # Translators: the heading of an empty place on a paper, to write on by hand.
            (_("What we decide"), [{"lines": LINES}]),
        ]


def _when(before: Before, now: datetime) -> Iterator[Row]:
    coming, name = before.brief.meetings.next, before.record.name
    yield {"text": name, "look": "name"}
    if coming:
        when = _("%(when)s with %(name)s", when=day_clock(coming.starts_at), name=coming.staff_name)
        yield {"text": when}
        if coming.place:  # on a line of its own: a file breaks a line of two directions wrongly
            yield {"text": coming.place}
    else:
        yield {"text": _("No meeting is booked.")}
    yield {"text": _("Made on %(day)s", day=day(now)), "look": "soft"}


def _words(before: Before, meaning: Meaning) -> Iterator[Row]:
    brief = before.brief
    said = [*brief.wishes, *([brief.last_wish] if brief.last_wish else [])]
    for wish in said:
        yield _own(wish.text, wish.lang, meaning)
    if not said:
        yield {"text": _("Nothing is written yet."), "look": "soft"}
        yield {"lines": 2}
    if before.decided:
        yield {"text": _("Decided last time:"), "look": "soft"}
        for one in before.decided[: MOST.lines]:
            yield _own(one.text, one.lang, meaning)


def _goals(before: Before) -> tuple[GoalView, ...]:
    return before.brief.goals[: MOST.goals]


def _goal(goal: GoalView, meaning: Meaning) -> Iterator[Row]:
    yield {**_line(goal.line, meaning), "look": "goal"}
    yield {"text": _status(goal), "look": "soft"}
    left = [step for step in goal.steps if step.done_at is None]
    for step in left[: MOST.steps]:
        yield {**_line(step.line, meaning), "look": "step"}
        yield {"text": _part(step), "look": "step soft"}


def _line(line: LineView, meaning: Meaning) -> Row:
    wording = line.wording
    if wording.card:
        return {"text": card_text(wording.card)}
    return _own(wording.text, wording.lang, meaning)


def _own(text: str, lang: str, meaning: Meaning) -> Row:
    """Somebody's own words: once, as they are, with their Swedish beside them if it is known."""
    swedish = lang.partition("-")[0] == FIRST
    return {
        "words": text,
        "lang": lang,
        "dir": direction(text),
        "meaning": None if swedish else meaning(text, lang),
    }


def _status(goal: GoalView) -> str:
    line = goal.line
    if goal.status == "paused" and line.waits:
        return _("Resting")  # nobody is waited for
    return {
        "agreed": _("We both agree"),
        "waiting_participant": _("I have not answered yet"),
        "waiting_coach": _("My coach has not answered yet"),
        "talk": _("We do not agree yet"),
    }[line.status]


def _part(step: StepView) -> str:
    wording = step.line.wording
    who = {
        "participant": _("I do it"),
        "coach": _("My coach does it"),
        "together": _("My coach and I do it together"),
    }.get(wording.doer or "", wording.doer_name)
    due = wording.due_on
    return f"{who} · {_('By %(day)s', day=day(due))}" if due else who


def _ratings(before: Before) -> Iterator[Part]:
    named = [one for one in before.brief.comparisons if not one.subject]
    for one in named[: MOST.tables]:
        found = table(one)
        rows = [*found.moved, *found.same][:AREAS]
        yield found.title, [{"text": _answer(row)} for row in rows]


def _answer(row: Any) -> str:
    now = row.now_text or _("No answer")
    if not row.before_text or row.before_text == row.now_text:
        return _("%(area)s: %(answer)s", area=row.area, answer=now)
    # Translators: an area of life, then how somebody answered now and the time before.
    return _(
        "%(area)s: %(now)s. Before: %(before)s.", area=row.area, now=now, before=row.before_text
    )


def meaning_of(before: Before) -> Meaning:
    """What the person's own words mean in Swedish, as far as somebody has told.

    A machine's words are not among them: on paper nobody sees that they are a machine's.
    """

    def told(text: str, lang: str) -> str | None:
        found = before.meanings.of(text, lang)
        return found.text if found is not None and found.source != "machine" else None

    return told
