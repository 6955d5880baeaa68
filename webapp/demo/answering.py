"""How people in a story answer questions: one by one, on the occasion that is open then."""

from datetime import datetime, timedelta

from webapp.demo.scene import Scene
from webapp.demo.script import Event
from webapp.domain.instruments.definitions import Item
from webapp.domain.meetings.calendar import calendar
from webapp.domain.surveys import rating, service
from webapp.domain.surveys.rules import Shown, Task
from webapp.domain.surveys.tasks import coach_tasks, open_tasks

THINKS = timedelta(seconds=20)  # about one question
RIGHT_TO_LEFT = ("ar",)


def survey(scene: Scene, event: Event) -> None:
    """Answers the instrument of the event. ``answers`` are codes in the order of the questions.

    ``text`` answers the question for own words. With ``finish = false`` the person stops halfway.
    Raises ``LookupError`` when the instrument is not open then.
    """
    task = _task(scene, event)
    if task.named is None:
        task = _choose(scene, event, task)
    at = event.at
    for item, code in zip(task.items, event.what["answers"].split(), strict=False):
        _save(scene, task, item, code, event.what.get("text", ""), at)
        at += THINKS
    if event.what.get("finish", True):
        service.finish(scene.session, actor=scene.person, task=task, key=scene.key(), now=at)


def _task(scene: Scene, event: Event) -> Task:
    person = scene.person.id
    open_now = open_tasks(
        scene.session,
        participant_id=person,
        calendar=calendar(
            scene.session, participant_id=person, started_on=scene.started_on, now=event.at
        ),
        now=event.at,
    )
    for task in open_now:
        if task.instrument.id == event.what["instrument"] and not task.done:
            return task
    raise LookupError(f"{scene.story.name}: {event.what['instrument']} is closed at {event.at}")


def own_rating(scene: Scene, event: Event) -> None:
    """The coach rates the same things. ``answers`` are codes in the order of the coach's items.

    Raises ``LookupError`` when there is nothing to rate then.
    """
    record = scene.record
    if record is None:
        raise LookupError(f"{scene.story.name}: only the coach rates")
    when = calendar(
        scene.session, participant_id=scene.person.id, started_on=scene.started_on, now=event.at
    )
    for task in coach_tasks(scene.session, record, calendar=when, now=event.at):
        if task.instrument.id == event.what["instrument"]:
            rating.rate(
                scene.session,
                actor=scene.coach,
                record=record,
                task=task,
                codes=_codes(task, event),
                shown=Shown("sv", "ltr", "words"),
                key=scene.key(),
                now=event.at,
            )
            return
    raise LookupError(f"{scene.story.name}: nothing to rate at {event.at}")


def _codes(task: Task, event: Event) -> dict[str, str]:
    given = event.what["answers"].split()
    return {item.id: code for item, code in zip(task.items, given, strict=True)}


def _choose(scene: Scene, event: Event, task: Task) -> Task:
    named = event.what.get("named", True)
    service.choose_naming(
        scene.session, actor=scene.person, task=task, named=named, key=scene.key(), now=event.at
    )
    return _task(scene, event)


def _save(scene: Scene, task: Task, item: Item, code: str, text: str, at: datetime) -> None:
    language = scene.story.language
    service.save_answer(
        scene.session,
        actor=scene.person,
        task=task,
        item=item,
        code=code,
        text=text if code == "text" else "",
        shown=Shown(
            language,
            "rtl" if language in RIGHT_TO_LEFT else "ltr",
            "faces" if item.kind == "scale" else "words",
        ),
        key=scene.key(),
        now=at,
    )
