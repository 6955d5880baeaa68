"""The form that all forms are made from: a token, a key, and words for what is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, ClassVar, TypeVar
from uuid import uuid4

from babel import Locale
from babel.support import NullTranslations, Translations
from flask import request
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import (
    DateField,
    Field,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    TimeField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.i18n import messages_path
from wtforms.validators import Length

from webapp.domain.errors import Conflict, Invalid
from webapp.domain.people import kept
from webapp.kit.clock import now
from webapp.kit.database import reading
from webapp.kit.languages import locale
from webapp.kit.signed_in import who
from webapp.kit.signing import form_token

PROBLEMS: Mapping[str, Any] = {
    "empty": lazy_gettext("Please write or choose something here."),
    "long": lazy_gettext("The text is too long. Please make it shorter."),
    "many": lazy_gettext("There are very many already. Take one away first."),
    "unknown": lazy_gettext("Please choose one of the answers."),
}


class Form(FlaskForm):
    """A form with a hidden idempotency key. ``problems`` adds words to a ``field.reason``."""

    class Meta(FlaskForm.Meta):
        """How the form speaks."""

        def get_translations(self, form: Any) -> NullTranslations:
            """The words of WTForms itself in the reader's language."""
            return _own_words(locale())

        def render_field(self, field: Field, render_kw: dict[str, Any]) -> Any:
            """Without the browser's own checks: they speak the browser's language, not the
            person's, and a longest length cuts off what somebody pastes without a word."""
            return super().render_field(field, {"required": False, "maxlength": False, **render_kw})

    problems: ClassVar[Mapping[str, Any]] = {}
    key = HiddenField(default=lambda: uuid4().hex)

    def __init__(self, **kwargs: Any) -> None:
        if request.method == "GET" and "kept" in request.args:
            kwargs.setdefault("formdata", _kept({name for name, _ in self._unbound_fields}))
        form_token()  # kept for this request, where the form looks for it
        super().__init__(**kwargs)
        if not self.key.data:
            self.key.data = uuid4().hex

    @property
    def once(self) -> str:
        """The idempotency key: the same form sent twice is stored once."""
        return str(self.key.data)

    @contextmanager
    def refusing(self, conflict: str = "") -> Iterator[None]:
        """Inside this block a refused value becomes an error at its field.

        ``conflict`` is the field at which it is said that somebody else was there first; without
        it the caller answers ``Conflict``.
        """
        try:
            yield
        except Invalid as error:
            self.refuse(error)
        except Conflict:
            if not conflict:
                raise
            self.refuse(Invalid(conflict, "conflict"))

    def refuse(self, error: Invalid) -> None:
        """Puts words for the error at its field, or above the form when it has no such field."""
        words = self.problems.get(f"{error.field}.{error.reason}") or PROBLEMS.get(
            error.reason, PROBLEMS["unknown"]
        )
        field = self._fields.get(error.field)
        if field is None:
            self.form_errors.append(words)
        else:
            field.errors = [*field.errors, words]


def at_most(length: int) -> Length:
    """A text of at most this many characters."""
    return Length(max=length, message=PROBLEMS["long"])


@cache
def _own_words(locale: Locale) -> NullTranslations:
    # Kept, as WTForms would read its file again for every form.
    return Translations.load(messages_path(), [locale], "wtforms")


Beside = TypeVar("Beside", bound=Form)


def beside(kind: type[Beside]) -> Beside:
    """A form that stands beside the one that was sent: nothing of that one is in it, but what was
    kept of itself is.
    """
    return kind() if request.method == "GET" else kind(formdata=None)


def _kept(names: set[str]) -> MultiDict[str, str] | None:
    """What this person had typed on this page in a form with these fields when the sign-in ended.

    None when it was another form of the page.
    """
    person = who()
    if person is None:
        return None
    fields = kept.kept(reading(), owner=person.keeper, path=request.path, now=now())
    return MultiDict(fields) if (names - {"key", "seen"}) & fields.keys() else None


class _OneOf(SelectField):
    def __init__(
        self, label: Any = None, *, choices: Iterable[tuple[Any, ...]] = (), **kwargs: Any
    ) -> None:
        """Takes choices as (value, label) or (value, label, attributes)."""
        super().__init__(label, choices=[SelectChoice(*each) for each in choices], **kwargs)

    def offer(self, choices: Iterable[tuple[Any, ...]]) -> None:
        """Other words for the choices, for this request."""
        self.choices = [SelectChoice(*each) for each in choices]

    def pre_validate(self, form: Any) -> None:
        """Raises ``ValidationError`` when the value is none of the choices."""
        if self.data not in [value for value, *_ in self.iter_choices()]:
            raise ValidationError(PROBLEMS["unknown"])


class Choice(_OneOf, RadioField):
    """Radio buttons, with our own words when nothing fitting was chosen."""


class Menu(_OneOf):
    """A list to choose from, with our own words when nothing fitting was chosen."""


class _Spoken(Field):
    wrong: Any = PROBLEMS["unknown"]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Reads what was typed. Raises ``ValueError`` with our own words."""
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(self.wrong) from None


class Day(_Spoken, DateField):
    """A day, from the phone's own calendar or typed as 2026-11-27."""

    wrong = lazy_gettext("This is not a day. Write it like 2026-11-27.")


class Number(_Spoken, IntegerField):
    """A whole number, in digits of any script."""

    wrong = lazy_gettext("This is not a number. Write it with digits, like 14.")


class Clock(_Spoken, TimeField):
    """A clock time, typed as 10:00."""

    wrong = lazy_gettext("This is not a time. Write it like 10:00.")
