"""What goes with to the next meeting, in my order, and the brief as my coach will see it."""

from dataclasses import dataclass
from typing import Any, cast

from flask import Response, request

from webapp.domain.brief import kit
from webapp.domain.brief.kit_rules import AFTER, Choice, Kind, in_order, moved
from webapp.domain.brief.prepare import Before, prepare
from webapp.domain.brief.rules import Brief
from webapp.domain.sharing.preview import own_record
from webapp.kit import meanings
from webapp.kit.briefs import content
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm

ADDRESS = "/me/meetings/next/kit"


@dataclass(frozen=True)
class Offer:
    """One thing that is shared and can go with. ``what`` is the wish, the goal or the rating."""

    kind: Kind
    ref: str
    comes: bool
    what: Any


@blueprint.get("/meetings/next/kit")
def choose_kit() -> Response:
    """What goes with: my words, my goals, my answers. All of it is shared already."""
    before = shared_now()
    offers = _offers(before.brief) if before else []
    return page("participant/kit.html", here="home", before=before, offers=offers, tap=TapForm())


@blueprint.post("/meetings/next/kit")
def save_kit() -> Response:
    """Saves what is ticked, in the order of the page."""
    return _save(_sent(), ADDRESS)


@blueprint.post("/meetings/next/kit/<int:number>/up")
def move_up(number: int) -> Response:
    """Saves, with this thing one step earlier."""
    return _save(moved(_sent(), number, -1), f"{ADDRESS}#item-{max(number - 1, 0)}")


@blueprint.post("/meetings/next/kit/<int:number>/down")
def move_down(number: int) -> Response:
    """Saves, with this thing one step later."""
    return _save(moved(_sent(), number, 1), f"{ADDRESS}#item-{number + 1}")


@blueprint.get("/meetings/next/brief")
def preview() -> Response:
    """The brief, exactly as the coach will see it. Looking at it leaves no line in the log."""
    before = shared_now()
    if before is None:
        return page("participant/brief.html", here="home", before=None)
    # The coach is told which words have no Swedish, so that stands here too.
    person, address = before.record.participant_id, f"/coach/{before.record.ref}/words"
    meanings.offer(participant_id=person, address=address, telling=True)
    return page("participant/brief.html", here="home", before=before, **content(before))


def shared_now() -> Before | None:
    """What the coach can read now; None between two coaches."""
    record = own_record(reading(), participant_id=me().id)
    return prepare(reading(), record, now=now()) if record else None


def _save(choices: tuple[Choice, ...], address: str) -> Response:
    with writing() as db:
        receipt = kit.save_kit(db, actor=me().actor, choices=choices, key=TapForm().once, now=now())
    return saved(receipt, address)


def _sent() -> tuple[Choice, ...]:
    """The form's choices, but only of things that are there to choose."""
    before = shared_now()
    known = {f"{one.kind}:{one.ref}" for one in _offers(before.brief)} if before else set()
    ticked = set(request.form.getlist("comes"))
    names = [name for name in dict.fromkeys(request.form.getlist("item")) if name in known]
    found = []
    for name in names:
        kind, _, ref = name.partition(":")
        found.append(Choice(cast(Kind, kind), ref, name in ticked))
    return tuple(found)


def _offers(brief: Brief) -> list[Offer]:
    """Everything shared, in my order; before I have chosen, kind by kind."""
    chosen, left = brief.kit, brief.left
    after = brief.last_wish or left.last_wish
    words = [*brief.wishes, *left.wishes, *([after] if after else [])]
    goals = [*brief.goals, *left.goals]
    ratings = [one for one in (*brief.comparisons, *left.comparisons) if not one.subject]
    found: list[tuple[Kind, str, Any]] = [
        *(("words", wish.ref or AFTER, wish) for wish in words),
        *(("goal", goal.line.ref, goal) for goal in goals),
        *(("rating", one.key, one) for one in ratings),
    ]
    ordered = in_order(chosen, found, lambda one: one[:2])
    return [Offer(kind, ref, chosen.comes(kind, ref), what) for kind, ref, what in ordered]
