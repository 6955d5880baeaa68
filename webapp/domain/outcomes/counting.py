"""What an outcome counts as in a published figure, and movement short of work. Pure.

Source: the status vocabulary of coordinated rehabilitation (SUS, samordningsförbund) and the
figures that the projects publish. The three flags work, study and ordinary are counted apart, as
"began to work, study or take part in ordinary activities" is three things.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from webapp.domain.outcomes.rules import NOT_COUNTED, OutcomeView, standing

Flag = Literal["work", "study", "ordinary", "work_related", "self_support"]

# Wages with a public part: whether somebody then supports themselves is argued about, and a figure
# must not promise more than is sure.
SUBSIDISED_WORK_IS_SELF_SUPPORT = False
# Swedish for immigrants and basic education have a syllabus and grades, so they are studies.
BASIC_STUDIES_ARE_STUDY = True
# What "another ordinary activity" is about is not known, so it is not said to be about work.
OTHER_ORDINARY_IS_WORK_RELATED = False


def _flags(*names: Flag, **uncertain: bool) -> frozenset[str]:
    return frozenset(names) | {name for name, counts in uncertain.items() if counts}


FLAGS: Mapping[str, frozenset[str]] = {
    "work": _flags("work", "work_related", "self_support"),
    "subsidised_work": _flags("work", "work_related", self_support=SUBSIDISED_WORK_IS_SELF_SUPPORT),
    "own_business": _flags("work", "work_related", "self_support"),
    "studies": _flags("study", "self_support"),
    "basic_studies": _flags(study=BASIC_STUDIES_ARE_STUDY),
    "employment_service": _flags("ordinary", "work_related"),
    "other_ordinary": _flags("ordinary", work_related=OTHER_ORDINARY_IS_WORK_RELATED),
    "work_training": _flags("work_related"),
    "internship": _flags("work_related"),
    "municipal_support": _flags(),
    "health_care": _flags(),
    "none": _flags(),
    "unknown": _flags(),
}


@dataclass(frozen=True)
class StepMovement:
    """Movement short of work and studies, and what it consists of.

    ``steps`` are the references of shared own steps and of steps both have confirmed; ``areas`` the
    items of STEG that rose.
    """

    steps: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """At least one of either."""
        return bool(self.steps or self.areas)


def is_counted(outcomes: Iterable[OutcomeView]) -> bool:
    """Whether the person belongs in figures: not when they were registered by mistake."""
    end = standing(outcomes).get("exit")
    return end is None or end.exit_reason != NOT_COUNTED


def first_day(outcomes: Iterable[OutcomeView], *wanted: Flag) -> date | None:
    """The first day on which the person had any of these flags, after the start; None when never.

    What somebody did already at the start is not something the support has led to.
    """
    days = [
        each.happened_on
        for moment, each in standing(outcomes).items()
        if moment != "start" and FLAGS[each.status] & set(wanted)
    ]
    return min(days, default=None)


def step_movement(
    outcomes: Iterable[OutcomeView],
    *,
    steps: Iterable[str],
    first: Mapping[str, int | None],
    last: Mapping[str, int | None],
) -> StepMovement | None:
    """Movement (stegförflyttning) of somebody who did not go to work or studies at exit.

    ``steps`` are references of steps that are shared or confirmed by both. ``first`` and ``last``
    are the participant's own rating of STEG in the first and the last round: steps 1 to 5 by item,
    None for don't know or skipped, which never count as a rise. None for a person who has not
    ended, who went to work or studies, or who is not counted.

    Source: movement is per area and never one ladder, as linear models were less effective (BIP).
    """
    found = tuple(outcomes)
    end = standing(found).get("exit")
    if end is None or not is_counted(found) or FLAGS[end.status] & {"work", "study"}:
        return None
    return StepMovement(tuple(steps), tuple(_risen(first, last)))


def _risen(first: Mapping[str, int | None], last: Mapping[str, int | None]) -> list[str]:
    found = []
    for area, before in first.items():
        now = last.get(area)
        if before is not None and now is not None and now > before:
            found.append(area)
    return found
