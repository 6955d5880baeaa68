"""Questions of an instrument as they are shown: to a participant, and to staff at a desk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.widgets import NumberInput

from webapp.domain.instruments.definitions import Item
from webapp.kit.forms import Choice, Form
from webapp.kit.languages import say

FACES = {"agree5", "freq5", "value5"}
WRONG_NUMBER = _l("Write a whole number that is possible here, or leave it empty.")


@dataclass(frozen=True)
class Option:
    """An answer as it is shown."""

    code: str
    text: str
    face: int | None


def has_faces(item: Item) -> bool:
    """Whether faces stand beside the words of its answers."""
    return item.scale is not None and item.scale.id in FACES


def options_of(item: Item) -> list[Option]:
    """Every answer that can be given, in order, in the language of this request."""
    faces = has_faces(item)
    return [
        Option(option.code, say(option.wording), option.value if faces else None)
        for option in item.options
    ]


class StaffQuestions(Form):
    """All questions to staff on one page, each in a field with the id of its item."""

    asked: ClassVar[tuple[Item, ...]] = ()

    @property
    def codes(self) -> dict[str, str]:
        """What was answered, by the id of the item. A number left empty is not answered."""
        typed = {item: str(self[item.id].data or "").strip() for item in self.asked}
        return {
            item.id: code or ("skip" if item.kind == "number" else "")
            for item, code in typed.items()
        }


def staff_form(items: Iterable[Item], said: Mapping[str, str] | None = None) -> StaffQuestions:
    """The form for these items, in the language of this request.

    ``said`` is what was answered before, by the id of the item.
    """
    asked = tuple(items)
    fields: dict[str, Any] = {item.id: _field(item, (said or {}).get(item.id)) for item in asked}
    problems = {f"{item.id}.number": WRONG_NUMBER for item in asked}
    form: StaffQuestions = type(
        "Questions", (StaffQuestions,), {**fields, "asked": asked, "problems": problems}
    )()
    return form


def _field(item: Item, said: str | None) -> Any:
    label = say(item.wording)
    if item.kind == "number":
        return StringField(label, widget=NumberInput(min=0, max=item.most), default=said)
    choices = [(option.code, option.text) for option in options_of(item)]
    return Choice(label, choices=choices, default=said)
