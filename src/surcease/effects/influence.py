"""Does it hang on one dose? The estimate with one dose, and what followed it, left out.

The days from a dose to the next are taken as never observed. The posterior without them is the
posterior with them, its draws weighed anew (Vehtari, Gelman and Gabry 2017). Where that makes the
weights too uneven, it is fitted again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.special import softmax

from surcease.diary import DayState
from surcease.effects.dose_gaps import dose_days
from surcease.effects.estimate import Estimate, Floats, equal_weights, estimate
from surcease.effects.examined import Examined
from surcease.effects.exposed import ExposedPulse, lasting_days
from surcease.effects.headline import headline_days, mean_reduction
from surcease.effects.refit import normal_of, refit
from surcease.inference.importance import MAX_PARETO_K
from surcease.inference.left_out import Stretches, leave_out, log_ratios_without
from surcease.inference.pareto_smoothing import smooth_weights
from surcease.inference.paths import systematic_resample
from surcease.inference.problem import Ints, Problem
from surcease.inference.proposal import component, draw, log_pdf
from surcease.inference.warp import warped_log_density

NUM_DRAWS = 1000


@dataclass(frozen=True, slots=True)
class WithoutDose:
    """The estimate without one dose and the days up to the next one.

    Attributes
    ----------
    given_on
        When the dose was given.
    reduction
        As in `Influence`.
    change
        By how much the median moves: above zero, it is larger without the dose.
    """

    given_on: date
    reduction: Estimate
    change: float


@dataclass(frozen=True, slots=True)
class Influence:
    """How much an estimate hangs on each single dose.

    Attributes
    ----------
    reduction
        Mean over the first `over_days` after a dose, from the whole diary.
    without
        One entry for each dose that days of the diary follow, in order of time; at least one.
    """

    treatment: str
    name: str
    over_days: int
    reduction: Estimate
    without: tuple[WithoutDose, ...]

    @property
    def most(self) -> WithoutDose:
        """Return the entry of the dose without which the estimate moves farthest."""
        return max(self.without, key=lambda each: abs(each.change))


class Draws(NamedTuple):
    """Weighted draws; of their parameters only those of the treatments are used.

    Attributes
    ----------
    theta : (num_draws, num_parameters)
    weight : (num_draws,)
    """

    theta: Floats
    weight: Floats


def influence(rng: Generator, examined: Examined, treatment: str) -> Influence | None:
    """Leave out one dose of a treatment after the other; None where no day follows any.

    Raises ValueError for a treatment that is not a pulse.
    """
    index = examined.pulse_index(treatment)
    pulse = examined.arrays.pulses[index]
    given_on, stretches = stretches_after_doses(examined, pulse)
    if not given_on:
        return None
    whole, *without = (
        estimate(mean_reduction(draws.theta, index, pulse), draws.weight)
        for draws in draws_with_and_without(rng, examined, stretches)
    )
    return Influence(
        treatment=treatment,
        name=pulse.given.name,
        over_days=headline_days(pulse),
        reduction=whole,
        without=tuple(
            WithoutDose(on, each, each.median - whole.median)
            for on, each in zip(given_on, without, strict=True)
        ),
    )


def stretches_after_doses(
    examined: Examined, pulse: ExposedPulse
) -> tuple[tuple[date, ...], Stretches]:
    """Return the date of each dose, with the slots up to the next one or until little is left."""
    arrays = examined.arrays
    given = dose_days(arrays, pulse)
    given = given[given >= 0.0]
    until = np.minimum(np.append(given[1:], np.inf), given + lasting_days(pulse.half_prior_days))
    middle = (arrays.slots.start + arrays.slots.end) / 2.0
    first, last = np.searchsorted(middle, given), np.searchsorted(middle, until)
    followed = first < last
    stretches = count_days(examined, first[followed], last[followed])
    return tuple(arrays.days[int(each)].on for each in given[followed]), stretches


def count_days(examined: Examined, first: Ints, last: Ints) -> Stretches:
    arrays = examined.arrays
    opens = np.flatnonzero(arrays.problem.opens_day)
    closes = np.append(opens[1:], arrays.problem.counts.size)
    inside = (opens >= first[:, None]) & (closes <= last[:, None])
    quiet = np.array([day.state is DayState.NONE for day in arrays.days])
    busy = np.array([day.state is DayState.ATTACKS for day in arrays.days])
    return Stretches(first, last, (inside & quiet).sum(axis=1), (inside & busy).sum(axis=1))


def draws_with_and_without(
    rng: Generator, examined: Examined, stretches: Stretches
) -> Iterator[Draws]:
    """Yield the posterior of the whole diary, then that without each stretch."""
    problem, posterior = examined.arrays.problem, examined.posterior
    theta = posterior.theta[systematic_resample(rng, posterior.weight, NUM_DRAWS)]
    yield Draws(theta, equal_weights(NUM_DRAWS))
    for index, log_ratio in enumerate(log_ratios_without(theta, problem, stretches).T):
        smoothed = smooth_weights(log_ratio)
        if smoothed.pareto_k <= MAX_PARETO_K:
            yield Draws(theta, softmax(smoothed.log_weight))
        else:
            yield fitted_again(rng, examined, leave_out(problem, stretches, index))


def fitted_again(rng: Generator, examined: Examined, problem: Problem) -> Draws:
    """Return the posterior of a changed problem, by importance sampling around its mode."""
    around = refit(problem, normal_of(examined.arrays.problem, examined.posterior))
    source = component(around.centre, around.factor @ around.factor.T, NUM_DRAWS)
    xi = draw(rng, source)
    log_p = np.array([warped_log_density(each, problem, around.anchor) for each in xi])
    return Draws(xi, softmax(smooth_weights(log_p - log_pdf(source, xi)).log_weight))
