"""The form in which a participant consents to share, one question on each page."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Literal

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional

from webapp.domain.errors import Invalid
from webapp.domain.partners.rules import Named
from webapp.domain.sharing import rules
from webapp.domain.sharing.rules import KINDS, LONGEST_PURPOSE, SINGLE, ConsentView, Item, Offer
from webapp.kit import languages
from webapp.kit.clock import day, today
from webapp.kit.forms import Choice, Day, Form, at_most
from webapp.kit.sharing_words import KIND_TEXTS, PURPOSE_TEXTS, thing_said

Step = Literal["organisation", "what", "why", "until", "see"]
STEPS: dict[str, tuple[str, ...]] = {
    "organisation": ("organisation",),
    "what": ("kinds", *SINGLE),
    "why": ("purpose", "text"),
    "until": ("length", "until"),
    "see": (),
}
ORDER = tuple(STEPS)
MONTHS = {"3": 3, "6": 6, "12": rules.MOST_MONTHS}
OWN_DAY = "day"


class Several(SelectMultipleField):
    """Check boxes, with our own words when something unknown was sent."""

    def offer(self, choices: Iterable[tuple[Any, ...]]) -> None:
        """What there is to choose from, for this request."""
        self.choices = [SelectChoice(*each) for each in choices]

    def pre_validate(self, form: Any) -> None:
        """Nothing: what is no choice any longer is refused by ``unknown``, where it can be read."""

    @property
    def unknown(self) -> bool:
        """Whether a value is none of the choices."""
        return not set(self.data or ()) <= {value for value, *_ in self.iter_choices()}


class SharingForm(Form):
    """All answers at once: those of earlier pages come along, and nothing is stored before yes."""

    step = HiddenField(default=ORDER[0])
    replaces = HiddenField()
    organisation = Choice(_l("Who do you want to share with?"), choices=[])
    kinds = Several(_l("What may they read?"), choices=[])
    goals = Several(_l("Or only some of your goals"), choices=[])
    activities = Several(_l("Or only some of what is going on"), choices=[])
    path = Several(_l("Or only some of what is important"), choices=[])
    steps = Several(_l("Or only some of what you have done"), choices=[])
    answers = Several(_l("Or only some of your answers"), choices=[])
    purpose = Choice(_l("What is it for?"), choices=list(PURPOSE_TEXTS.items()))
    text = TextAreaField(_l("Your own words"), validators=[Optional(), at_most(LONGEST_PURPOSE)])
    length = Choice(_l("Until when may they read it?"), choices=[])
    until = Day(_l("The last day"), validators=[Optional()])
    problems: ClassVar = {
        "kinds.empty": _l("Choose at least one thing that they may read."),
        "kinds.unknown": _l("One of these can no longer be shared. Choose again."),
        "text.empty": _l("Write what it is for."),
        "until.empty": _l("Choose a day."),
        "until.past": _l("That day has been. Choose today or a later day."),
        "until.far": _l("You can share for twelve months at most. Then you are asked again."),
        "organisation.many": _l("You share very much already. Take something back first."),
    }

    def offer(self, organisations: Iterable[tuple[str, bool]], things: tuple[Named, ...]) -> None:
        """What can be chosen: every organisation, and the single things that it could read."""
        nobody = {"description": _l("Nobody there can read it here yet.")}
        self.organisation.offer(
            [(name, name, {} if able else nobody) for name, able in organisations]
        )
        self.kinds.offer([(kind, *_said(kind)) for kind in KINDS])
        for name in SINGLE:
            self[name].offer([_single(one) for one in things if one.thing.kind == name])
        self.length.offer([*_lengths(), (OWN_DAY, _l("Another day"))])

    def show(self, consent: ConsentView) -> None:
        """Stands as this consent, which the new one will replace."""
        self.replaces.data = consent.ref
        self.organisation.data = consent.organisation
        self.kinds.data = list(consent.kinds)
        for name in SINGLE:
            self[name].data = sorted(
                item.ref for item in consent.single if item.kind == name and item.ref
            )
        self.purpose.data, self.text.data = consent.purpose, consent.text
        self.length.data, self.until.data = OWN_DAY, consent.until

    @property
    def at(self) -> str:
        """The page that the form stands on."""
        return self.step.data if self.step.data in STEPS else ORDER[0]

    def wrong(self, last: str = "") -> str | None:
        """The first page up to ``last`` on which something has to be changed, or None. Without
        ``last`` up to the one that the form stands on.
        """
        for step in ORDER[: ORDER.index(last or self.at) + 1]:
            with self.refusing():
                right = [self[name].validate(self) for name in STEPS[step]]
                if all(right):
                    self._check(step)
            if any(self[name].errors for name in STEPS[step]) or self.form_errors:
                return step
        return None

    def _check(self, step: str) -> None:
        if step == "what":
            rules.check_items(self.items)
            if any(self[name].unknown for name in STEPS[step]):
                raise Invalid("kinds", "unknown")
        elif step == "why":
            rules.check_purpose(self.purpose.data, self.text.data or "")
        elif step == "until":
            rules.check_until(self.last_day, today())

    @property
    def items(self) -> tuple[Item, ...]:
        """What was ticked."""
        whole = [Item(kind) for kind in KINDS if kind in (self.kinds.data or ())]
        return (
            *whole,
            *(Item(name, ref) for name in SINGLE for ref in sorted(self[name].data or ())),
        )

    @property
    def single(self) -> list[Several]:
        """The fields of single things in which there is something to choose."""
        return [self[name] for name in SINGLE if self[name].choices]

    @property
    def last_day(self) -> date:
        """The last day on which it can be read. Raises ``Invalid`` for none."""
        if self.length.data in MONTHS:
            return rules.months_later(today(), MONTHS[self.length.data])
        return rules.chosen(self.until.data)

    @property
    def offered(self) -> Offer:
        """The whole answer, as it will be stored."""
        return Offer(
            organisation=self.organisation.data,
            items=self.items,
            purpose=self.purpose.data,
            text=self.text.data or "",
            lang=languages.own_words(),
            until=self.last_day,
            replaces=self.replaces.data or "",
        )

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The answers of all other pages, as hidden fields: names and values."""
        here = STEPS[self.at]
        others = [name for names in STEPS.values() for name in names if name not in here]
        return [pair for name in ("replaces", *others) for pair in _values(name, self[name].data)]


def _values(name: str, data: Any) -> list[tuple[str, str]]:
    several = data if isinstance(data, list) else [data]
    return [(name, str(each)) for each in several if each not in (None, "")]


def _said(kind: str) -> tuple[Any, dict[str, Any]]:
    name, sentence = KIND_TEXTS[kind]
    return name, {"description": sentence}


def _single(one: Named) -> tuple[str | None, str, dict[str, Any]]:
    said = thing_said(one)
    return one.thing.ref, said.text, {"description": said.more, "lang": said.lang}


def _lengths() -> list[tuple[str, Any, dict[str, Any]]]:
    texts = {"3": _l("3 months"), "6": _l("6 months"), "12": _l("12 months")}
    return [
        (code, texts[code], {"description": gettext("Until %(day)s", day=_last(months))})
        for code, months in MONTHS.items()
    ]


def _last(months: int) -> str:
    return day(rules.months_later(today(), months))
