"""The two things that are said of how bad an attack was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from surcease.diary import Attack
from surcease.effects.estimate import Floats
from surcease.effects.severity import reasons as severity_reasons
from surcease.effects.severity.change import change_in_points, ratio_of_durations
from surcease.effects.severity.fit import SeverityFit


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that is said of an attack.

    Attributes
    ----------
    value
        Its number, on the scale on which means are taken; None where it was not written down.
    change
        What is reported of a treatment, (num_draws,), from its place among the treatments of a fit
        and its exposure.
    least_share
        Share of the attacks that every ordered class of it holds.
    fewest_grades
        Classes without which there is nothing to compare. For a ratio of durations the distance
        between two edges has to be known.
    cut_short
        Whether an acute treatment hides what it would have been. What is taken follows the pain, so
        that intensity is not adjusted for it: that would take away what was done to the pain.
    missing, worse
        Reason codes: nowhere written down; worse with the treatment.
    """

    value: Callable[[Attack], float | None]
    change: Callable[[SeverityFit, int, float], Floats]
    least_share: float
    fewest_grades: int
    cut_short: bool
    missing: str
    worse: str


def intensity(attack: Attack) -> float | None:
    return attack.intensity


def log_minutes(attack: Attack) -> float | None:
    """Return the log of a duration; an end at the very start is none."""
    minutes = attack.duration_min
    return float(np.log(minutes)) if minutes else None


INTENSITY = Outcome(
    value=intensity,
    change=change_in_points,
    least_share=0.03,
    fewest_grades=2,
    cut_short=False,
    missing=severity_reasons.NO_INTENSITIES,
    worse=severity_reasons.WORSE_ATTACKS,
)
DURATION = Outcome(
    value=log_minutes,
    change=ratio_of_durations,
    least_share=0.1,
    fewest_grades=3,
    cut_short=True,
    missing=severity_reasons.NO_DURATIONS,
    worse=severity_reasons.LONGER_ATTACKS,
)
