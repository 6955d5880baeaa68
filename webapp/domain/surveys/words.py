"""What the participant has answered in own words and with their name: for what words mean."""

from typing import Any

from sqlalchemy import bindparam, literal, select

from webapp.domain.surveys.model import Answer, Response, Round


def shared_words() -> Any:
    """Text answers of finished rounds that carry the participant's name.

    A text is never part of a sealed rating. Columns: kind, reference, text, language, moment.
    """
    return (
        select(literal("answer"), Answer.receipt_code, Answer.text, Answer.lang, Answer.at)
        .join(Response, Response.id == Answer.response_id)
        .join(Round, Round.id == Response.round_id)
        .where(
            Round.participant_id == bindparam("participant"),
            Response.rater == "participant",
            Response.completed_at.is_not(None),
            Response.named,
            Answer.code == "text",
        )
    )
