from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

type Floats = NDArray[np.float64]

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A posterior median with the central interval that holds `level` of the posterior."""

    median: float
    low: float
    high: float
    level: float = LEVEL


@dataclass(frozen=True, slots=True)
class DueDate:
    """When the effect of the latest dose has halved; `level` of the posterior is in low to high."""

    median: date
    low: date
    high: date
    level: float


def weighted_quantiles(values: Floats, weight: Floats, probabilities: Floats) -> Floats:
    """Return quantiles of weighted draws along the first axis.

    `values` is (num_draws, ...), `weight` (num_draws,) and sums to one; the result is
    (num_probabilities, ...). Between draws it interpolates at the middle of each draw's weight.
    """
    flat = values.reshape(values.shape[0], -1)
    order = np.argsort(flat, axis=0, kind="stable")
    ordered = np.take_along_axis(flat, order, axis=0)
    mass = weight[order]
    middle = np.cumsum(mass, axis=0) - 0.5 * mass
    columns = [np.interp(probabilities, middle[:, i], ordered[:, i]) for i in range(flat.shape[1])]
    return np.array(columns).T.reshape(probabilities.size, *values.shape[1:])


def weighted_sd(values: Floats, weight: Floats) -> float:
    """Return the standard deviation of weighted draws of one quantity, (num_draws,)."""
    return float(np.sqrt(weight @ (values - weight @ values) ** 2))


def estimate(values: Floats, weight: Floats, level: float = LEVEL) -> Estimate:
    """Summarise weighted draws of one quantity, (num_draws,)."""
    return estimates(values[:, None], weight, level)[0]


def estimates(values: Floats, weight: Floats, level: float = LEVEL) -> list[Estimate]:
    """Summarise weighted draws of several quantities, (num_draws, num_quantities)."""
    tail = (1.0 - level) / 2.0
    low, median, high = weighted_quantiles(values, weight, np.array([tail, 0.5, 1.0 - tail]))
    return [
        Estimate(float(m), float(a), float(b), level)
        for m, a, b in zip(median, low, high, strict=True)
    ]


def equal_weights(num_draws: int) -> Floats:
    """Return the weight of each draw where all count alike."""
    return np.full(num_draws, 1.0 / num_draws)


def probability(holds: NDArray[np.bool_], weight: Floats) -> float:
    """Return the posterior probability of a statement about each draw."""
    return float(min(1.0, weight[holds].sum()))
