"""Obstacles and golden grains: a log about no person, read by everybody in the organisation."""

from flask import Response, request

from webapp.coach.blueprint import blueprint
from webapp.coach.obstacle_forms import ObstacleForm
from webapp.domain.audit.service import Receipt
from webapp.domain.instruments.load import instrument
from webapp.domain.obstacles import service
from webapp.domain.obstacles.reading import by_party, colleagues
from webapp.domain.obstacles.reading import obstacles as read_obstacles
from webapp.kit.clock import now
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved
from webapp.kit.requests import page_number
from webapp.kit.signed_in import me


@blueprint.get("/obstacles")
def obstacles() -> Response:
    """The newest first, all or those with one status, and counts for each party."""
    number = page_number()
    scale = instrument("HIND").item(service.STATUS).scale
    statuses = [option.code for option in scale.options] if scale else []
    status = request.args.get("status", "")
    status = status if status in statuses else ""
    found, more = read_obstacles(reading(), staff_id=me().id, status=status, page=number)
    return page(
        "coach/obstacles.html",
        here="obstacles",
        obstacles=found,
        more=more,
        number=number,
        chosen=status,
        statuses=statuses,
        parties=by_party(reading(), staff_id=me().id),
    )


@blueprint.get("/obstacles/new")
def new_obstacle() -> Response:
    """What happened, where, and how many days it cost. No names."""
    return _page(_form())


@blueprint.post("/obstacles/new")
def write_obstacle() -> Response:
    """Stores the entry for everybody in the organisation."""
    form = _form()
    if form.validate():
        with form.refusing():
            receipt = _write(form)
            return saved(receipt, f"/coach/obstacles/{receipt.object_ref}")
    return _page(form, 422)


def _form() -> ObstacleForm:
    return ObstacleForm(colleagues(reading(), staff_id=me().id))


def _page(form: ObstacleForm, status: int = 200) -> Response:
    return page("coach/obstacle_new.html", status, here="obstacles", form=form)


def _write(form: ObstacleForm) -> Receipt:
    with writing() as db:
        return service.write(
            db,
            actor=me().actor,
            kind=form.kind.data,
            party=form.party.data,
            type=form.type.data,
            days_lost=form.days_lost.data,
            owner_ref=form.owner.data,
            text=form.text.data or "",
            key=form.once,
            now=now(),
        )
