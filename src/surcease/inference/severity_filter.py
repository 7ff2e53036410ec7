"""The latent course of severity, followed from attack to attack.

The level of a day is the sum of two Ornstein-Uhlenbeck walks, a slow one (weeks to months) and a
quick one (days). What is believed of the two is a normal law. Seeing an attack's grade turns it
into another law, of which mean and covariance are kept (assumed density filtering; Maybeck 1982,
chapter 12; Minka 2001): the level's moments given the grade by Gauss-Hermite quadrature, the two
walks' from them by regression. Every step has its adjoint, for the gradient.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.problem import Floats

NUM_PAIRS = 3


def quadrature() -> tuple[Floats, Floats]:
    """Return Gauss-Hermite nodes, from 0 up, and weights for means over the standard normal law.

    A node above 0 stands for its mirror image as well.
    """
    nodes, weights = np.polynomial.hermite_e.hermegauss(2 * NUM_PAIRS + 1)
    return nodes[NUM_PAIRS:], weights[NUM_PAIRS:] / weights.sum()


NODES, WEIGHTS = quadrature()


LEAST_VARIANCE = 1e-3
"""No single grade tells more than this of a level's variance; less is rounding."""


class Course(NamedTuple):
    """Stationary variances of the two walks, in squared log odds, and their reversion a day."""

    slow_var: float
    slow_rate: float
    quick_var: float
    quick_rate: float


class Belief(NamedTuple):
    """A normal law of the two walks: their means, variances and covariance."""

    slow: float
    quick: float
    slow_var: float
    quick_var: float
    covariance: float


class Grade(NamedTuple):
    """The cutpoints around a grade, less what treatments and covariates add to the level."""

    lower: float
    upper: float


class Moments(NamedTuple):
    """The chance of a grade, and mean and variance of the standardised level given that grade."""

    chance: float
    mean: float
    variance: float


@kernel
def settled(course: Course) -> Belief:
    """Return what is believed before the first attack."""
    return Belief(0.0, 0.0, course.slow_var, course.quick_var, 0.0)


@kernel
def drift(belief: Belief, course: Course, days: float) -> Belief:
    """Let days pass."""
    slow, quick = np.exp(-course.slow_rate * days), np.exp(-course.quick_rate * days)
    return Belief(
        slow * belief.slow,
        quick * belief.quick,
        course.slow_var + slow * slow * (belief.slow_var - course.slow_var),
        course.quick_var + quick * quick * (belief.quick_var - course.quick_var),
        slow * quick * belief.covariance,
    )


@kernel
def drift_adjoint(
    belief: Belief, course: Course, days: float, by_later: Belief
) -> tuple[Belief, Course]:
    """Pull the gradient with respect to `drift`'s result back to what it was given."""
    slow, quick = np.exp(-course.slow_rate * days), np.exp(-course.quick_rate * days)
    by_slow = (
        by_later.slow * belief.slow
        + by_later.slow_var * 2.0 * slow * (belief.slow_var - course.slow_var)
        + by_later.covariance * quick * belief.covariance
    )
    by_quick = (
        by_later.quick * belief.quick
        + by_later.quick_var * 2.0 * quick * (belief.quick_var - course.quick_var)
        + by_later.covariance * slow * belief.covariance
    )
    by_belief = Belief(
        by_later.slow * slow,
        by_later.quick * quick,
        by_later.slow_var * slow * slow,
        by_later.quick_var * quick * quick,
        by_later.covariance * slow * quick,
    )
    by_course = Course(
        by_later.slow_var * (1.0 - slow * slow),
        -by_slow * days * slow,
        by_later.quick_var * (1.0 - quick * quick),
        -by_quick * days * quick,
    )
    return by_belief, by_course


@kernel
def level_spread(belief: Belief) -> float:
    """Return the standard deviation of the level, the sum of the two walks."""
    return float(np.sqrt(belief.slow_var + 2.0 * belief.covariance + belief.quick_var))


@kernel
def chance_between(worse: float, reached: float) -> float:
    """Return the chance of a grade from the odds of a worse one, and of that or a worse one."""
    return (reached - worse) / ((1.0 + worse) * (1.0 + reached))


@kernel
def grade_moments(belief: Belief, grade: Grade) -> Moments:
    spread = level_spread(belief)
    worse = np.exp(belief.slow + belief.quick - grade.upper)
    reached = np.exp(belief.slow + belief.quick - grade.lower)
    chance, mean, square = WEIGHTS[0] * chance_between(worse, reached), 0.0, 0.0
    for i in range(1, NUM_PAIRS + 1):
        grown = np.exp(spread * NODES[i])
        above = WEIGHTS[i] * chance_between(worse * grown, reached * grown)
        below = WEIGHTS[i] * chance_between(worse / grown, reached / grown)
        chance += above + below
        mean += NODES[i] * (above - below)
        square += NODES[i] * NODES[i] * (above + below)
    mean /= chance
    return Moments(chance, mean, max(square / chance - mean * mean, LEAST_VARIANCE))


@kernel
def learn(belief: Belief, moments: Moments) -> Belief:
    """Return what is believed after an attack's grade was seen."""
    spread = level_spread(belief)
    slow = (belief.slow_var + belief.covariance) / spread
    quick = (belief.quick_var + belief.covariance) / spread
    learnt = 1.0 - moments.variance
    return Belief(
        belief.slow + slow * moments.mean,
        belief.quick + quick * moments.mean,
        belief.slow_var - slow * slow * learnt,
        belief.quick_var - quick * quick * learnt,
        belief.covariance - slow * quick * learnt,
    )


@kernel
def learn_adjoint(
    belief: Belief, grade: Grade, moments: Moments, by_later: Belief
) -> tuple[Belief, Grade]:
    """Pull the gradient of log chance plus what follows from `learn` back to belief and grade."""
    spread = level_spread(belief)
    slow = (belief.slow_var + belief.covariance) / spread
    quick = (belief.quick_var + belief.covariance) / spread
    learnt = 1.0 - moments.variance
    by_slow = by_later.slow * moments.mean - learnt * (
        2.0 * by_later.slow_var * slow + by_later.covariance * quick
    )
    by_quick = by_later.quick * moments.mean - learnt * (
        2.0 * by_later.quick_var * quick + by_later.covariance * slow
    )
    by_moments = Moments(
        1.0 / moments.chance,
        by_later.slow * slow + by_later.quick * quick,
        by_later.slow_var * slow * slow
        + by_later.quick_var * quick * quick
        + by_later.covariance * slow * quick,
    )
    by_level, by_spread, by_grade = moments_adjoint(belief, grade, moments, by_moments)
    by_spread -= (by_slow * slow + by_quick * quick) / spread
    by_variance = by_spread / (2.0 * spread)
    by_belief = Belief(
        by_later.slow + by_level,
        by_later.quick + by_level,
        by_later.slow_var + by_variance + by_slow / spread,
        by_later.quick_var + by_variance + by_quick / spread,
        by_later.covariance + 2.0 * by_variance + (by_slow + by_quick) / spread,
    )
    return by_belief, by_grade


@kernel
def moments_adjoint(
    belief: Belief, grade: Grade, moments: Moments, by_moments: Moments
) -> tuple[float, float, Grade]:
    """Return the gradients with respect to the level's mean, its spread, and the grade."""
    spread = level_spread(belief)
    worse = np.exp(belief.slow + belief.quick - grade.upper)
    reached = np.exp(belief.slow + belief.quick - grade.lower)
    second = moments.variance + moments.mean * moments.mean
    by_square = by_moments.variance / moments.chance
    by_mean = (by_moments.mean - 2.0 * moments.mean * by_moments.variance) / moments.chance
    constant = by_moments.chance - by_mean * moments.mean - by_square * second
    by_spread, by_lower, by_upper = 0.0, 0.0, 0.0
    for i in range(-NUM_PAIRS, NUM_PAIRS + 1):
        node = np.copysign(NODES[abs(i)], i)
        grown = np.exp(spread * node)
        a, b = worse * grown, reached * grown
        by_chance = WEIGHTS[abs(i)] * (constant + node * (by_mean + node * by_square))
        upper = by_chance * a / ((1.0 + a) * (1.0 + a))
        lower = -by_chance * b / ((1.0 + b) * (1.0 + b))
        by_upper += upper
        by_lower += lower
        by_spread -= node * (upper + lower)
    return -by_lower - by_upper, by_spread, Grade(by_lower, by_upper)
