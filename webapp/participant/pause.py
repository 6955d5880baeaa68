"""Not today: a rest from questions, for a day or until a day of my own."""

from flask import Response
from flask_babel import gettext

from webapp.domain.people import service
from webapp.domain.people.rules import day_in_sweden
from webapp.kit.clock import day, now
from webapp.kit.database import writing
from webapp.kit.pages import done
from webapp.kit.signed_in import me
from webapp.participant.blueprint import blueprint
from webapp.participant.survey_forms import PauseForm
from webapp.participant.surveys import surveys_page


@blueprint.post("/surveys/pause")
def pause() -> Response:
    """Nothing is asked before the day; it can be taken back at any time."""
    form = PauseForm()
    if form.validate():
        with form.refusing():
            until = form.chosen(day_in_sweden(now()))
            with writing() as db:
                service.pause_questions(db, participant_id=me().id, until=until, now=now())
            if until is None:
                return done(gettext("Welcome back. Your questions are here."), "/me/surveys")
            # Translators: day is for example "Thursday 27 November".
            text = gettext("We ask you nothing before %(day)s.", day=day(until))
            return done(text, "/me")
    return surveys_page(form, 422)
