"""My work training: what I did today, and ways to everything else of it."""

from dataclasses import dataclass

from flask import Response, request

from webapp.domain.activities.reading import activities
from webapp.domain.activities.rules import ActivityView, trained
from webapp.domain.training import card, days, reading, tasks
from webapp.domain.training.card import Card
from webapp.domain.training.rules import Diary
from webapp.kit.clock import now, today
from webapp.kit.database import reading as database
from webapp.kit.database import writing
from webapp.kit.pages import page, saved, saved_there, taken_away
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm

ADDRESS = "/me/training"


@dataclass(frozen=True)
class Training:
    """My places, the log and the card. Without a place there is nothing to see."""

    places: tuple[ActivityView, ...]
    diary: Diary
    card: Card


def my_training() -> Training | None:
    """My training, or None when I have never been in any."""
    db, person, day = database(), me().id, today()
    found = activities(db, participant_id=person)
    if not trained(found, day):
        return None
    return Training(
        places=tuple(one for one in found if one.lane == "training" and one.runs(day)),
        diary=reading.diary(db, participant_id=person, day=day),
        card=card.own_card(db, participant_id=person),
    )


@blueprint.get("/training")
def training() -> Response:
    """What I did today, with one tap each."""
    found = my_training()
    if found is None:
        return page("participant/training_none.html", here="plan")
    return page(
        "participant/training.html", here="plan", training=found, today=today(), tap=TapForm()
    )


@blueprint.post("/training/tasks/<ref>/done")
def did_task(ref: str) -> Response:
    """I did it today, or I did not after all."""
    with writing() as db:
        receipt = days.mark_done(
            db,
            actor=me().actor,
            ref=ref,
            done=request.form.get("value") != "undone",
            key=TapForm().once,
            now=now(),
        )
    return saved(receipt, f"{ADDRESS}#today")


@blueprint.post("/training/tasks/<ref>/wish")
def wish_task(ref: str) -> Response:
    """I want to try it, or I do not any longer."""
    with writing() as db:
        receipt = tasks.wish_task(
            db,
            actor=me().actor,
            ref=ref,
            wished=request.form.get("value") != "unwish",
            key=TapForm().once,
            now=now(),
        )
    return saved_there(receipt, f"{ADDRESS}/wishes")


@blueprint.post("/training/tasks/<ref>/remove")
def remove_task(ref: str) -> Response:
    """Takes a task of mine away, or puts it back."""
    back = request.form.get("value") == "back"
    with writing() as db:
        tasks.remove_task(
            db,
            actor=me().actor,
            participant_id=me().id,
            ref=ref,
            removed=not back,
            key=TapForm().once,
            now=now(),
        )
    return taken_away(f"{ADDRESS}/wishes", f"undo={ref}", back=back)
