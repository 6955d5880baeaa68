"""One obstacle: what happened, what has become of it, and what it becomes next."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.obstacle_forms import ObstacleChangeForm
from webapp.domain.audit.service import Receipt
from webapp.domain.obstacles import service
from webapp.domain.obstacles.reading import colleagues
from webapp.domain.obstacles.reading import obstacle as read_obstacle
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.signed_in import me


@blueprint.get("/obstacles/<entry>")
def obstacle(entry: str) -> Response:
    """The entry with its history."""
    return _page(entry, _form(entry))


@blueprint.post("/obstacles/<entry>")
def change_obstacle(entry: str) -> Response:
    """Adds to the history. Nothing earlier is changed."""
    form = _form(entry)
    if form.validate():
        with form.refusing():
            return saved(_change(entry, form), f"/coach/obstacles/{entry}")
    return _page(entry, form, 422)


def _form(entry: str) -> ObstacleChangeForm:
    return ObstacleChangeForm(colleagues(reading(), staff_id=me().id, ref=entry))


def _page(entry: str, form: ObstacleChangeForm, status: int = 200) -> Response:
    found, history = read_obstacle(reading(), staff_id=me().id, ref=entry)
    if request.method == "GET" and "kept" not in request.args:
        state = {"status": found.now.status, "days_lost": found.now.days_lost}
        form.process(data={**state, "owner": found.now.owner_ref})
    return page(
        "coach/obstacle.html", status, here="obstacles", obstacle=found, history=history, form=form
    )


def _change(entry: str, form: ObstacleChangeForm) -> Receipt:
    with writing() as db:
        return service.change(
            db,
            actor=me().actor,
            ref=entry,
            status=form.status.data,
            days_lost=form.days_lost.data,
            owner_ref=form.owner.data,
            comment=form.comment.data or "",
            key=form.once,
            now=now(),
        )
