"""Coordinates in which a posterior is nearly a standard normal one: straight coordinates.

A posterior is no ellipsoid: one parameter leans to a side, the middle of another bows to where a
third one goes, the spread of another flares with it. With y = parameters in units of the Laplace
approximation at the mode, T the third derivatives of the log density there and u straight,

    y_k = sum_{i<k} T_iik / 2 . square(u_i) + exp(sum_{i<k} T_ikk / 2 . u_i) . lean(u_k; T_kkk)

is, to first order in T and but for T_ijk of three different parameters, the triangular map that
turns standard normal draws into draws of the posterior (Rosenblatt, Ann Math Stat 1952;23:470-472).
It takes gradients at two points along each axis of y. `square` and `lean` become straight lines far
out and the flare is limited, so that the map is one to one, and tails stay tails.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from surcease.inference.normal_fit import limited_inverse
from surcease.inference.parameters import MU, NUM_COURSE, NUM_PER_PULSE, pulse_beta, regimen_beta
from surcease.inference.problem import Floats, Ints, Problem

STEP = 1.5
"""Where on an axis of y the gradients are taken: third derivatives of the bulk, not of a point."""

SOFTNESS = 1.5
"""From about here on a square is a straight line."""

MOST_FLARE = 0.5
"""No spread is more than exp(0.5) times as wide, or as narrow, as at the mode."""

MOST_THIRD = 1.5
"""A third derivative beyond this is of a posterior that three derivatives do not describe."""

NEAR = 0.5
"""The normal at the mode may diverge so much from the posterior's, in nats; beyond this it is no
place to take derivatives, and they are taken again about the middle."""

MOST_MOVES = 1

FARTHEST = 2.0
"""No step to the middle is longer."""

type Gradient = Callable[[Floats], Floats]


class Bend(NamedTuple):
    """A one-to-one map from straight coordinates to parameters.

    Attributes
    ----------
    centre : (num_parameters,)
        The parameters at the origin.
    factor : (num_parameters, num_parameters)
        Parameters are centre + factor @ y.
    bow, flare : (num_parameters, num_parameters)
        How the middle, and the log spread, of each column's y depends on each row's u before it.
    lean : (num_parameters,)
        How much further each y reaches upwards than downwards.
    """

    centre: Floats
    factor: Floats
    bow: Floats
    flare: Floats
    lean: Floats

    def to_parameters(self, u: Floats) -> tuple[Floats, Floats]:
        """Return the parameters at (num_points, num_parameters) and the log volume of the map."""
        log_spread = MOST_FLARE * np.tanh(u @ self.flare / MOST_FLARE)
        angle = np.arcsinh(u / SOFTNESS) + self.lean
        leaning = SOFTNESS * (np.sinh(angle) - np.sinh(self.lean))
        y = soft_square(u) @ self.bow + np.exp(log_spread) * leaning
        return self.centre + y @ self.factor.T, self.log_volume(u, log_spread, angle)

    def to_straight(self, theta: Floats) -> tuple[Floats, Floats]:
        """Return the straight coordinates of (num_points, num_parameters) and the log volume."""
        y = np.linalg.solve(self.factor, (theta - self.centre).T).T
        u, log_spread, angle = np.empty_like(y), np.empty_like(y), np.empty_like(y)
        for k in range(y.shape[1]):
            before = u[:, :k]
            log_spread[:, k] = MOST_FLARE * np.tanh(before @ self.flare[:k, k] / MOST_FLARE)
            leaning = np.exp(-log_spread[:, k]) * (y[:, k] - soft_square(before) @ self.bow[:k, k])
            angle[:, k] = np.arcsinh(leaning / SOFTNESS + np.sinh(self.lean[k]))
            u[:, k] = SOFTNESS * np.sinh(angle[:, k] - self.lean[k])
        return u, self.log_volume(u, log_spread, angle)

    def log_volume(self, u: Floats, log_spread: Floats, angle: Floats) -> Floats:
        log_slope = np.log(np.cosh(angle)) - 0.5 * np.log1p((u / SOFTNESS) ** 2)
        volume = (log_spread + log_slope).sum(axis=1) + np.linalg.slogdet(self.factor)[1]
        return np.asarray(volume)


def in_every_bend(bends: Sequence[Bend], drawn: Sequence[Floats]) -> tuple[Floats, Floats, Floats]:
    """Return where draws lie that were drawn in each bend's straight coordinates.

    Their parameters, (num_draws, num_parameters), straight coordinates in every bend,
    (num_bends, num_draws, num_parameters), and log volumes of the bends, (num_bends, num_draws).
    """
    placed = [bend.to_parameters(u) for bend, u in zip(bends, drawn, strict=True)]
    straight = [
        [
            (drawn[number], placed[number][1]) if number == other else bend.to_straight(theta)
            for other, (theta, _) in enumerate(placed)
        ]
        for number, bend in enumerate(bends)
    ]
    return (
        np.vstack([theta for theta, _ in placed]),
        np.array([np.vstack([u for u, _ in blocks]) for blocks in straight]),
        np.array([np.concatenate([volume for _, volume in blocks]) for blocks in straight]),
    )


def soft_square(u: Floats) -> Floats:
    return np.asarray(2.0 * SOFTNESS**2 * (np.hypot(1.0, u / SOFTNESS) - 1.0))


class Probe(NamedTuple):
    """What gradients along the axes of y say of a log density.

    Attributes
    ----------
    slope : (num_parameters,)
        Gradient at the origin.
    precision : (num_parameters, num_parameters)
    third : (num_parameters, num_parameters)
        Third derivatives, twice with respect to the row's y and once to the column's.
    """

    slope: Floats
    precision: Floats
    third: Floats

    @property
    def is_finite(self) -> bool:
        return all(np.isfinite(part).all() for part in self)


def no_bend(centre: Floats, covariance: Floats, order: Ints) -> Bend:
    """Return the linear map whose y are uncorrelated, each built on those before it in `order`."""
    size = centre.size
    factor = np.empty((size, size))
    factor[order] = np.linalg.cholesky(covariance[np.ix_(order, order)])
    flat = np.zeros((size, size))
    return Bend(centre, factor, flat, flat, np.zeros(size))


def find_bend(linear: Bend, gradient: Gradient) -> tuple[Bend, Floats]:
    """Return a map bent to a log density, and about where in it the middle of the posterior lies.

    `gradient` takes and gives (num_parameters,). Where it overflows the map is not bent.
    """
    seen = probe(linear, gradient)
    for _ in range(MOST_MOVES):
        if not seen.is_finite:
            break
        step, covariance = normal_around(seen)
        if divergence(step, covariance) < NEAR:
            break
        linear = moved(linear, step, covariance)
        seen = probe(linear, gradient)
    if not seen.is_finite:
        return linear, np.zeros_like(linear.centre)
    bow, flare = np.triu(seen.third, 1) / 2.0, np.triu(seen.third.T, 1) / 2.0
    own = np.diag(seen.third)
    bent = linear._replace(bow=bow, flare=flare, lean=np.arcsinh(SOFTNESS * own / 3.0))
    uphill = seen.slope + flare.sum(axis=1) + own / 3.0
    return bent, np.clip(uphill, -1.0, 1.0)


def probe(linear: Bend, gradient: Gradient) -> Probe:
    def slope(y: Floats) -> Floats:
        return np.asarray(linear.factor.T @ gradient(linear.centre + linear.factor @ y))

    steps = STEP * np.eye(linear.centre.size)
    here = slope(np.zeros_like(linear.centre))
    ahead = np.array([slope(step) for step in steps])
    behind = np.array([slope(-step) for step in steps])
    precision = (behind - ahead) / (2.0 * STEP)
    third = (ahead + behind - 2.0 * here) / STEP**2
    return Probe(here, (precision + precision.T) / 2.0, np.clip(third, -MOST_THIRD, MOST_THIRD))


def normal_around(seen: Probe) -> tuple[Floats, Floats]:
    """Return about the mean and covariance of the posterior, from the mean slope and curvature."""
    covariance = limited_inverse(seen.precision)
    step = covariance @ (seen.slope + seen.third.sum(axis=0) / 2.0)
    return step * min(1.0, FARTHEST / max(np.linalg.norm(step), FARTHEST)), covariance


def divergence(mean: Floats, covariance: Floats) -> float:
    """Return the Kullback-Leibler divergence of the standard normal from another."""
    widening = np.trace(covariance) - mean.size - np.linalg.slogdet(covariance)[1]
    return float(widening + mean @ mean) / 2.0


def moved(linear: Bend, step: Floats, covariance: Floats) -> Bend:
    factor = linear.factor @ np.linalg.cholesky(covariance)
    return linear._replace(centre=linear.centre + linear.factor @ step, factor=factor)


def order_of_dependence(problem: Problem) -> Ints:
    """Return parameters such that the spread of each hangs, if at all, on those before it.

    The course, the recording and the fading of effects come first, then log rate ratios, which
    they tell how well to know, and the mean rate last.
    """
    num_pulses = problem.pulses.first.size - 1
    ratios = [pulse_beta(pulse) for pulse in range(num_pulses)]
    ratios += [regimen_beta(num_pulses, each) for each in range(problem.regimens.shape[0])]
    last = [*ratios, MU]
    first = [each for each in range(NUM_COURSE + NUM_PER_PULSE * num_pulses) if each not in last]
    return np.array([*first, *last])
