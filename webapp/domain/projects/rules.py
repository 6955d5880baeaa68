"""Pure rules: when an instrument is on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from webapp.domain.errors import Invalid

State = Literal["on", "off", "waits", "over"]

FURTHEST = timedelta(days=10 * 366)


@dataclass(frozen=True)
class Setting:
    """What a project has chosen for one instrument. Both days are included; None is no limit."""

    is_on: bool = True
    from_on: date | None = None
    until_on: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the instrument is asked on this day."""
        begun = self.from_on is None or self.from_on <= day
        over = self.until_on is not None and day > self.until_on
        return self.is_on and begun and not over

    def state(self, day: date) -> State:
        """On or off on this day; ``waits`` before the first day and ``over`` after the last."""
        if not self.is_on:
            return "off"
        if self.covers(day):
            return "on"
        return "waits" if self.from_on is not None and day < self.from_on else "over"


NOT_SET = Setting()


@dataclass(frozen=True)
class Settings:
    """What a project has chosen, by the id of the instrument. What nobody has changed is on."""

    chosen: Mapping[str, Setting] = field(default_factory=dict)

    def of(self, instrument_id: str) -> Setting:
        """The choice for one instrument."""
        return self.chosen.get(instrument_id, NOT_SET)

    def is_on(self, instrument_id: str, day: date) -> bool:
        """Whether the instrument is asked on this day."""
        return self.of(instrument_id).covers(day)


ALL_ON = Settings()


@dataclass(frozen=True)
class Change:
    """One line of the history: what was chosen, by whom and when."""

    setting: Setting
    name: str
    organisation: str
    at: datetime


def check_setting(setting: Setting, *, today: date) -> None:
    """Raises ``Invalid`` when the last day is before the first, or a day cannot be meant."""
    for name, day in (("from_on", setting.from_on), ("until_on", setting.until_on)):
        if day is not None and abs(day - today) > FURTHEST:
            raise Invalid(name, "far")
    if setting.from_on and setting.until_on and setting.until_on < setting.from_on:
        raise Invalid("until_on", "before")
