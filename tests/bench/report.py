"""What a measurement is, and how all of them are printed."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Verdict = Literal["ok", "not ok", "not measured", ""]


@dataclass(frozen=True)
class Figure:
    """One measured value. Without a ``target`` it only tells; ``value`` None means not measured."""

    name: str
    value: float | int | str | None
    unit: str = ""
    target: str = ""
    ok: bool | None = None

    @property
    def verdict(self) -> Verdict:
        """``ok`` or ``not ok`` for a figure with a target."""
        if self.value is None:
            return "not measured"
        return "" if self.ok is None else "ok" if self.ok else "not ok"


def at_most(name: str, value: float | None, limit: float, unit: str = "") -> Figure:
    """A figure that should not be larger than ``limit``."""
    ok = None if value is None else value <= limit
    return Figure(name, value, unit, f"≤ {limit:g} {unit}".strip(), ok)


def at_least(name: str, value: float | None, limit: float, unit: str = "") -> Figure:
    """A figure that should not be smaller than ``limit``."""
    ok = None if value is None else value >= limit
    return Figure(name, value, unit, f"≥ {limit:g} {unit}".strip(), ok)


def as_json(figures: Iterable[Figure]) -> str:
    """All figures as a JSON list."""
    told = [{**asdict(one), "verdict": one.verdict} for one in figures]
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_table(figures: Iterable[Figure]) -> str:
    """All figures in lines for people."""
    lines = [("", "measured", "target", "")]
    lines += [(one.name, _value(one), one.target, one.verdict) for one in figures]
    widths = [max(len(line[place]) for line in lines) for place in range(4)]
    return "\n".join(
        f"{name:<{widths[0]}}  {value:>{widths[1]}}  {target:<{widths[2]}}  {verdict}".rstrip()
        for name, value, target, verdict in lines
    )


def _value(one: Figure) -> str:
    if one.value is None:
        return "–"
    number = f"{one.value:.3g}" if isinstance(one.value, float) else str(one.value)
    if isinstance(one.value, float) and one.value >= 1000:
        number = f"{one.value:.0f}"
    return f"{number} {one.unit}".strip()
