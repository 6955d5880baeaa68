"""The instruments of the project: which there are, and switching them on and off."""

from flask import Response
from flask_babel import gettext

from webapp.domain.errors import NotFound
from webapp.domain.instruments.definitions import Instrument
from webapp.domain.instruments.load import catalogue
from webapp.domain.projects import service
from webapp.domain.projects.reading import changes, settings_of
from webapp.domain.projects.rules import Setting
from webapp.insight.blueprint import blueprint
from webapp.insight.forms import SwitchForm
from webapp.kit.clock import now, today
from webapp.kit.database import reading, writing
from webapp.kit.pages import done, page
from webapp.kit.signed_in import me


def known(instrument: str) -> Instrument:
    """The newest version of the instrument an address names. Raises ``NotFound``."""
    found = catalogue().get(instrument.upper())
    if found is None:
        raise NotFound
    return found


@blueprint.get("/instruments")
def instruments() -> Response:
    """Every instrument of the catalogue."""
    return page(
        "insight/instruments.html",
        here="instruments",
        instruments=tuple(catalogue().values()),
        settings=settings_of(reading(), me().person.project_id),
        today=today(),
    )


@blueprint.get("/instruments/<instrument>")
def instrument(instrument: str) -> Response:
    """One instrument: on or off, its days, and who has changed that."""
    found = known(instrument)
    chosen = settings_of(reading(), me().person.project_id).of(found.id)
    return _page(found, SwitchForm.of(chosen), chosen)


@blueprint.post("/instruments/<instrument>")
def switch(instrument: str) -> Response:
    """Stores whether it is on, and when."""
    found, form = known(instrument), SwitchForm()
    if form.validate_on_submit():
        with form.refusing():
            return done(_switched(found, form.setting), f"/insight/instruments/{instrument}")
    chosen = settings_of(reading(), me().person.project_id).of(found.id)
    return _page(found, form, chosen, 422)


def _switched(found: Instrument, setting: Setting) -> str:
    with writing() as db:
        new = service.switch(
            db,
            actor=me().actor,
            project_id=me().person.project_id,
            instrument_id=found.id,
            setting=setting,
            now=now(),
        )
    return (
        gettext("Saved. The change stands in the history.")
        if new
        else gettext("Nothing was changed: it was like this already.")
    )


def _page(found: Instrument, form: SwitchForm, chosen: Setting, status: int = 200) -> Response:
    project = me().person.project_id
    history = (
        changes(reading(), project_id=project, instrument_id=found.id)
        if project is not None
        else ()
    )
    return page(
        "insight/instrument.html",
        status,
        here="instruments",
        instrument=found,
        form=form,
        setting=chosen,
        history=history,
        has_project=project is not None,
        today=today(),
    )
