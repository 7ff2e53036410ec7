"""Is it really the treatment? The same estimate with the doses at dates on which none was given.

What is found at such dates comes from the course and the method alone. Where the real dates give no
more than these do, the estimate is no evidence, whatever its interval says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from surcease.effects.dose_gaps import dose_days, telling_days, usual_interval
from surcease.effects.examined import Examined
from surcease.effects.exposed import ExposedPulse
from surcease.effects.headline import headline_days, mean_reduction
from surcease.effects.moved_doses import moved_around, possible_shifts
from surcease.effects.refit import Normal, nearest_mode, normal_of, refit
from surcease.inference.parameters import NUM_PER_PULSE, pulse_beta
from surcease.inference.problem import Ints, Problem

NUM_SHIFTS = 100
FEWEST_SHIFTS = 19
"""With fewer other dates not even a share of one in twenty could be seen."""


@dataclass(frozen=True, slots=True)
class PlaceboDates:
    """Where the real dates of a treatment lie among dates on which none was given.

    Reductions are means over the first `over_days` after a dose at the mode of the posterior, which
    is quicker to find than the median that is reported elsewhere, and near it.

    Attributes
    ----------
    reduction
        With the real dates.
    moved_by_days, moved_reduction
        With all dates moved by so many days, in order.
    possible
        How many such moves there are, of which these are a sample.
    share
        Share of all these patterns, the real one among them, whose reduction is at least as large:
        near 0 the real dates stand out, near 0.5 they are like any others.
    share_error
        Monte Carlo standard error of the share, 0 where every possible move was tried.
    """

    treatment: str
    name: str
    over_days: int
    reduction: float
    moved_by_days: tuple[int, ...]
    moved_reduction: tuple[float, ...]
    possible: int
    share: float
    share_error: float


def placebo_dates(
    rng: Generator, examined: Examined, treatment: str, num_shifts: int = NUM_SHIFTS
) -> PlaceboDates | None:
    """Estimate the effect of one treatment again with its doses moved through the diary.

    None where too few moves are possible: in a short diary, with doses nearly every day, or with
    bouts that other dates would miss. Raises ValueError for a treatment that is not a pulse.
    """
    index = examined.pulse_index(treatment)
    pulse = examined.arrays.pulses[index]
    possible = shifts_of(examined, pulse)
    if possible.size < FEWEST_SHIFTS:
        return None
    shifts = np.sort(rng.choice(possible, min(num_shifts, possible.size), replace=False))
    start = start_without(examined, index)
    modes = [nearest_mode(each, start) for each in patterns(examined, pulse, shifts)]
    real, *moved = mean_reduction(np.array(modes), index, pulse).tolist()
    share = (1 + sum(each >= real for each in moved)) / (1 + len(moved))
    sampled = shifts.size < possible.size
    return PlaceboDates(
        treatment=treatment,
        name=pulse.given.name,
        over_days=headline_days(pulse),
        reduction=real,
        moved_by_days=tuple(shifts.tolist()),
        moved_reduction=tuple(moved),
        possible=int(possible.size),
        share=share,
        share_error=float(np.sqrt(share * (1.0 - share) / shifts.size)) if sampled else 0.0,
    )


def shifts_of(examined: Examined, pulse: ExposedPulse) -> Ints:
    """Return by how many days the doses of a treatment can be moved."""
    given = dose_days(examined.arrays, pulse)
    inside = np.unique(given[given >= 0.0].astype(np.int64))
    telling = telling_days(examined.arrays, examined.paths)
    if not telling[inside].any():
        return np.empty(0, dtype=np.int64)
    return possible_shifts(inside, telling, usual_interval(pulse, given))


def patterns(examined: Examined, pulse: ExposedPulse, shifts: Ints) -> Iterator[Problem]:
    """Yield the problem as it is, then with the doses moved by each number of days."""
    arrays = examined.arrays
    yield arrays.problem
    for shift in shifts.tolist():
        moved = moved_around(pulse.given, shift, arrays.days[0].on, len(arrays.days))
        yield examined.with_given(moved).problem


def start_without(examined: Examined, index: int) -> Normal:
    """Return where every search starts: the posterior had the treatment never been given.

    Its effect starts at none, as wide as the real dates leave it.
    """
    problem = examined.arrays.problem
    pulses = problem.pulses
    rise = pulses.rise.copy()
    rise[pulses.first[index] : pulses.first[index + 1]] = 0.0
    found = normal_of(problem, examined.posterior)
    without = refit(problem._replace(pulses=pulses._replace(rise=rise)), found)
    own = np.arange(pulse_beta(index), pulse_beta(index) + NUM_PER_PULSE)
    width = problem.prior_sd[own]
    width[0] = found.sd[own[0]]
    return without.independent(own, problem.prior_mean[own], width)
