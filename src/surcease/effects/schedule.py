"""How often: the attacks of a month in a bout against the interval between doses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from surcease.effects.arrays import Arrays
from surcease.effects.bout_rates import BoutRates, bout_rates
from surcease.effects.dose_gaps import DoseGaps, dose_gaps
from surcease.effects.effect import TreatmentEffect, Verdict
from surcease.effects.estimate import Estimate, Floats, equal_weights, estimate
from surcease.effects.exposed import ExposedPulse, horizon_days
from surcease.effects.pulse_effect import PulseDraws
from surcease.effects.repeated_doses import mean_rate_ratio
from surcease.inference.paths import Paths
from surcease.inference.posterior import Posterior

DAYS_A_MONTH = 30
MOST_INTERVALS = 60


@dataclass(frozen=True, slots=True)
class AtInterval:
    """What steady doses at one interval would come to.

    Attributes
    ----------
    attacks
        Expected in a month of a bout.
    reduction
        Fraction of attacks prevented, compared with none of this treatment.
    seen
        Whether the diary has seen doses that far apart; else it follows from the shape assumed.
    """

    every_days: int
    attacks: Estimate
    reduction: Estimate
    seen: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """Attacks in a month (30 days) of a bout against the interval between doses of a treatment.

    The month is like the days in a bout of this diary, other treatments as they were then. Where
    the diary cannot tell (`verdict`, `because`), nothing is said of any interval.

    Attributes
    ----------
    as_given, without
        Expected attacks in a month of a bout as the doses were given, and had none been.
    """

    treatment: str
    name: str
    doses: int
    verdict: Verdict
    because: tuple[str, ...]
    gaps: DoseGaps
    as_given: Estimate | None = None
    without: Estimate | None = None
    by_interval: tuple[AtInterval, ...] = ()


def schedule(
    arrays: Arrays,
    posterior: Posterior,
    paths: Paths,
    effect: TreatmentEffect,
    intervals_days: Sequence[int],
) -> Schedule:
    """Return the schedule of a treatment that acts in pulses, from what was said of its effect.

    `intervals_days` are days between doses, positive. Raises ValueError for a treatment that is
    not among the pulses of the problem.
    """
    index = [each.given.key for each in arrays.pulses].index(effect.treatment)
    pulse = arrays.pulses[index]
    gaps = dose_gaps(arrays, pulse, paths)
    untold = Schedule(
        effect.treatment, effect.name, effect.doses, effect.verdict, effect.because, gaps
    )
    rates = bout_rates(arrays, posterior, paths, index)
    if effect.verdict is Verdict.CANNOT_TELL or not rates.without.size:
        return untold
    draws = PulseDraws.of(posterior.theta[rates.draw], index, pulse.onset_days)
    horizon = horizon_days(pulse.half_prior_days)
    return replace(
        untold,
        as_given=monthly(rates.as_given),
        without=monthly(rates.without),
        by_interval=tuple(
            at_interval(rates, mean_rate_ratio(draws, horizon, every), every, gaps)
            for every in intervals_days
        ),
    )


def intervals_between(first_days: int, last_days: int) -> list[int]:
    """Return whole days from one interval to another, both included, as many as a curve needs."""
    number = min(last_days - first_days + 1, MOST_INTERVALS)
    return np.linspace(first_days, last_days, number).round().astype(np.int64).tolist()


def usual_intervals(pulse: ExposedPulse) -> list[int]:
    """Return intervals from half to three times as long as the treatment's dose is said to last."""
    half = pulse.half_prior_days
    return intervals_between(max(1, round(half / 2.0)), max(1, round(3.0 * half)))


def at_interval(rates: BoutRates, rate_ratio: Floats, every: int, gaps: DoseGaps) -> AtInterval:
    return AtInterval(
        every_days=every,
        attacks=monthly(rates.without * rate_ratio),
        reduction=estimate(1.0 - rate_ratio, equal_weights(rate_ratio.size)),
        seen=gaps.seen(every),
    )


def monthly(attacks_a_day: Floats) -> Estimate:
    return estimate(DAYS_A_MONTH * attacks_a_day, equal_weights(attacks_a_day.size))
