"""Independent draws of every parameter a second: the engine's own."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time
from typing import NamedTuple

import numpy as np

from speed.claims import figure
from speed.effective_draws import effective_draws
from surcease.effects.arrays import starting_points
from surcease.inference.posterior import Method, Posterior, fit
from surcease.inference.problem import Problem

SEEDS = range(5)

HEADER = (
    "sampler",
    "draws",
    "effective, worst parameter",
    "seconds",
    "of them warm-up",
    "effective a second",
    "ratio",
)


class Sampled(NamedTuple):
    """What a sampler made of the posterior.

    Attributes
    ----------
    draws : int
    effective : float
        Bulk effective draws of the worst parameter.
    seconds : float
        All of it but compilation.
    warm_up : float or None
        Seconds before the first draw that counts, where they are known.
    """

    name: str
    draws: int
    effective: float
    seconds: float
    warm_up: float | None = None

    @property
    def rate(self) -> float:
        return self.effective / self.seconds


def own_draws(problem: Problem) -> tuple[Sampled, Posterior]:
    """Time whole fits, the search for modes and all rounds in it; return the median one."""
    fit_with(problem, SEEDS[0])
    return median_by_rate([timed_fit(problem, seed) for seed in SEEDS])


def median_by_rate[T](timed: Sequence[tuple[Sampled, T]]) -> tuple[Sampled, T]:
    """Return the middle one of an odd number: chains differ much in what their worst is worth."""
    return sorted(timed, key=lambda each: each[0].rate)[len(timed) // 2]


def timed_fit(problem: Problem, seed: int) -> tuple[Sampled, Posterior]:
    started = process_time()
    posterior = fit_with(problem, seed)
    taken = process_time() - started
    effective = effective_draws(posterior.theta, posterior.weight)
    return Sampled("Surcease, whole fit", posterior.weight.size, effective, taken), posterior


def fit_with(problem: Problem, seed: int, method: Method = Method.IMPORTANCE) -> Posterior:
    return fit(np.random.default_rng(seed), problem, starting_points(problem), method)


def row(sampled: Sampled, own: Sampled) -> tuple[str, ...]:
    warm_up = sampled.warm_up
    return (
        sampled.name,
        str(sampled.draws),
        f"{sampled.effective:.0f}",
        figure(sampled.seconds),
        figure(warm_up) if warm_up is not None else "",
        figure(sampled.rate),
        figure(own.rate / sampled.rate),
    )
