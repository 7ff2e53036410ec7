"""Pareto smoothing of importance weights (Vehtari et al., J Mach Learn Res 2024;25:72).

ArviZ has it too, but takes longer to import than a diary to fit; a test holds the two together.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.problem import Floats

FEWEST_TAIL_DRAWS = 5
SMALL_SAMPLE = 225
"""Up to so many draws the tail is a fifth of them, which is fewer than 3 sqrt(draws)."""

PRIOR_SHAPE = 0.5
PRIOR_DRAWS = 10.0
"""The prior of the shape weighs as much as this many draws in the tail."""

PRIOR_QUARTILES = 3.0

SMALLEST_QUARTILE = 1e-300
"""Of a tail below this nothing but its largest weight counts, and no distribution fits."""


class Smoothed(NamedTuple):
    """Importance weights after smoothing.

    Attributes
    ----------
    log_weight : (num_draws,)
        Not normalised.
    pareto_k : float
        Shape of the tail: above 0.7 the weights are not to be trusted; infinite where no Pareto
        distribution fits.
    """

    log_weight: Floats
    pareto_k: float


class Pareto(NamedTuple):
    """A generalised Pareto distribution of what exceeds a threshold."""

    shape: float
    scale: float

    def quantiles(self, probability: Floats) -> Floats:
        return np.asarray(self.scale * np.expm1(-self.shape * np.log1p(-probability)) / self.shape)


def smooth_weights(log_ratio: Floats) -> Smoothed:
    """Replace the largest of importance ratios, (num_draws,), by quantiles of their Pareto tail."""
    log_weight = log_ratio - log_ratio.max()
    order = np.argsort(log_weight)
    num_tail = tail_size(order.size)
    tail = order[order.size - num_tail :]
    threshold = np.exp(log_weight[order[order.size - num_tail - 1]])
    fitted = fit_pareto(np.exp(log_weight[tail]) - threshold)
    if fitted is None:
        return Smoothed(log_weight, np.inf)
    middle = (np.arange(num_tail) + 0.5) / num_tail
    log_weight[tail] = np.minimum(np.log(threshold + fitted.quantiles(middle)), 0.0)
    return Smoothed(log_weight, fitted.shape)


def tail_size(num_draws: int) -> int:
    return int(3.0 * num_draws**0.5) if num_draws > SMALL_SAMPLE else num_draws // 5


def fit_pareto(excess: Floats) -> Pareto | None:
    """Fit a generalised Pareto distribution to sorted excesses, (num_tail,); None where none fits.

    The estimator of Zhang and Stephens (Technometrics 2009;51:316-325): the mean of -shape / scale
    under its profile likelihood, on a grid that follows the first quartile. The shape is then
    drawn to its prior.
    """
    size = excess.size
    if size < FEWEST_TAIL_DRAWS:
        return None
    quartile = excess[int(size / 4 + 0.5) - 1]
    if quartile <= max(excess[0], SMALLEST_QUARTILE):
        return None
    num_points = 30 + int(size**0.5)
    spread = 1.0 - np.sqrt(num_points / (np.arange(num_points) + 0.5))
    grid = 1.0 / excess[-1] + spread / (PRIOR_QUARTILES * quartile)
    shapes = np.log1p(-grid[:, None] * excess).mean(axis=1)
    profile = size * (np.log(-grid / shapes) - shapes - 1.0)
    weight = np.exp(profile - profile.max())
    mean = weight @ grid / weight.sum()
    shape = np.log1p(-mean * excess).mean()
    drawn = (size * shape + PRIOR_DRAWS * PRIOR_SHAPE) / (size + PRIOR_DRAWS)
    return Pareto(float(drawn), float(-shape / mean))
