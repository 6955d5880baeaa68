"""My work training: the week's tasks, wishes, energy and why I am here, one page for each."""

from flask import Response

from webapp.domain.audit.service import Receipt
from webapp.domain.errors import Invalid, NotFound
from webapp.domain.people.service import contact
from webapp.domain.training import days, service, tasks
from webapp.domain.training.rules import monday
from webapp.kit import languages
from webapp.kit.clock import now, today
from webapp.kit.database import reading, writing
from webapp.kit.pages import page, saved, saved_there
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.forms import TapForm, filled
from webapp.participant.training import ADDRESS, Training, my_training
from webapp.participant.training_forms import EnergyForm, ReasonForm, TaskForm, WeekForm


def _training() -> Training:
    found = my_training()
    if found is None:
        raise NotFound
    return found


@blueprint.get("/training/week")
def training_week() -> Response:
    """The tasks to choose from."""
    return _week_page(WeekForm())


@blueprint.post("/training/week")
def choose_training_week() -> Response:
    """Stores my choice for this week."""
    form = WeekForm()
    form.offer(_training().diary.listed)
    if form.validate_on_submit():
        with form.refusing(), writing() as db:
            receipt = days.choose_week(
                db,
                actor=me().actor,
                refs=tuple(form.tasks.data or ()),
                key=form.once,
                now=now(),
            )
            return saved(receipt, ADDRESS)
    return _week_page(form, 422)


def _week_page(form: WeekForm, status: int = 200) -> Response:
    found, this = _training(), monday(today())
    ours = found.diary.listed
    assigned = tuple(one for one in ours if one.planned.get(this) == "coach")
    form.offer(tuple(one for one in ours if one not in assigned))
    if form.tasks.raw_data is None:
        form.tasks.data = [one.ref for one in ours if one.planned.get(this) == "participant"]
    return page("participant/training_week.html", status, here="plan", form=form, assigned=assigned)


@blueprint.get("/training/wishes")
def training_wishes() -> Response:
    """What I want to try."""
    return _wishes_page(TaskForm())


@blueprint.post("/training/wishes")
def wish_for_task() -> Response:
    """Stores a wish in my own words."""
    form = TaskForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved_there(_add(form, wished=True), f"{ADDRESS}/wishes")
    return _wishes_page(form, 422)


def _wishes_page(form: TaskForm, status: int = 200) -> Response:
    ours = _training().diary.listed
    return page(
        "participant/training_wishes.html",
        status,
        here="plan",
        form=form,
        tap=TapForm(formdata=None),
        waiting=[one for one in ours if one.waits],
        others=[one for one in ours if not one.waits and one.first_on is None],
    )


@blueprint.get("/training/other")
def other_task() -> Response:
    """Something I did today that is on no list."""
    _training()
    return page("participant/training_other.html", here="plan", form=TaskForm())


@blueprint.post("/training/other")
def did_other_task() -> Response:
    """Stores a task that I did today."""
    form = TaskForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved(_add(form, done=True), ADDRESS)
    return page("participant/training_other.html", 422, here="plan", form=form)


def _add(form: TaskForm, *, wished: bool = False, done: bool = False) -> Receipt:
    with writing() as db:
        return tasks.add_task(
            db,
            actor=me().actor,
            participant_id=me().id,
            title=form.title.data or "",
            lang=languages.own_words(),
            wished=wished,
            done=done,
            key=form.once,
            now=now(),
        )


@blueprint.get("/training/energy")
def training_energy() -> Response:
    """Five faces, and the one I have chosen today."""
    return _energy_page(EnergyForm())


@blueprint.post("/training/energy")
def note_energy() -> Response:
    """Stores how much energy I have left. I can change it the same day."""
    form = EnergyForm()
    if form.validate_on_submit():
        with form.refusing():
            return saved(_note(form), f"{ADDRESS}#energy")
    return _energy_page(form, 422)


def _energy_page(form: EnergyForm, status: int = 200) -> Response:
    level = _training().diary.level(today())
    chosen = form.code.data or (str(level) if level else None)
    return page("participant/training_energy.html", status, here="plan", form=form, chosen=chosen)


def _note(form: EnergyForm) -> Receipt:
    code = form.code.data or ""
    if not (code.isascii() and code.isdigit()) or len(code) > 1:
        raise Invalid("code", "unknown")
    with writing() as db:
        return days.note_energy(db, actor=me().actor, level=int(code), key=form.once, now=now())


@blueprint.get("/training/why")
def training_why() -> Response:
    """Why I am here, and who sees it."""
    said = _training().card.reason
    form = ReasonForm()
    if said is not None:
        filled(form, text=said.text, who="coach" if said.shared else "me")
    return _why_page(form)


@blueprint.post("/training/why")
def say_why() -> Response:
    """Stores why I am here."""
    form = ReasonForm()
    if form.validate_on_submit():
        with form.refusing(), writing() as db:
            receipt = service.say_why(
                db,
                actor=me().actor,
                text=form.text.data or "",
                lang=languages.own_words(),
                shared=form.shared,
                key=form.once,
                now=now(),
            )
            return saved(receipt, ADDRESS)
    return _why_page(form, 422)


def _why_page(form: ReasonForm, status: int = 200) -> Response:
    form.name_reader(contact(reading(), participant_id=me().id))
    return page("participant/training_why.html", status, here="plan", form=form)
