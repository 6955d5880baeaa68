"""Whether an answer can be given at all. Pure."""

from datetime import datetime

from webapp.domain.errors import Closed, Invalid
from webapp.domain.instruments.definitions import Item
from webapp.domain.surveys.rules import LONGEST_TEXT, Task
from webapp.domain.texts import is_blank


def check_open(task: Task, now: datetime) -> None:
    """Raises ``Closed`` outside the round."""
    if not task.occasion.is_open(now):
        raise Closed


def check_answer(task: Task, item: Item, code: str, text: str) -> None:
    """Raises ``Invalid`` for an item of another version, form or side, a code that the item does
    not have, or a text or number that cannot be."""
    if item not in task.instrument.answered_by(task.who, task.occasion.form):
        raise Invalid("item", "unknown")
    if item.kind == "text" and code == "text":
        if is_blank(text):
            raise Invalid("text", "empty")
        if len(text) > LONGEST_TEXT:
            raise Invalid("text", "long")
        return
    if item.kind == "number" and code.isdecimal() and code.isascii():
        if len(code) > len(str(item.most)) or int(code) > (item.most or 0):
            raise Invalid("code", "large")
        return
    if code not in {option.code for option in item.options}:
        raise Invalid("code", "unknown" if code else "empty")
