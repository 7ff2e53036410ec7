"""Pareto-smoothed importance sampling, in coordinates bent to the posterior.

The first round draws around the mode, each later one from what all draws so far have taught,
weighed against everything that they might have come from (adaptive multiple importance sampling;
Cornuet et al. 2012). A proposal sits too close to the draws that it was learnt from, and tails that
are weighed by it come out thin. So the rounds that teach most, the first ones, do not count, and
those that count are weighed against each other alone. In the end the weights are smoothed (Vehtari
et al. 2024).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.optimize import brentq
from scipy.special import logsumexp, softmax

from surcease.inference.bend import Bend
from surcease.inference.normal_fit import fit_normal
from surcease.inference.pareto_smoothing import smooth_weights
from surcease.inference.problem import Floats
from surcease.inference.proposal import Component, component, draw, log_mixture_pdf

MAX_PARETO_K = 0.7
"""Above this importance sampling is not to be trusted (Vehtari et al. 2024)."""

FARTHEST_RATIO = 1e4
"""Impossible draws keep exp(-1e4) of the largest weight, which is zero, instead of no number."""

FOLLOWING, REACHING, STRETCHED, GUARDING = 0.4, 0.35, 0.2, 0.05
"""Shares of a later round: see `learnt_sources`."""

STRETCH = 3.0
"""How many standard deviations wide the stretched components are along a heavy tail."""

MOST_LEARNING = 0.5
"""Share of the rounds at which draws count at the latest."""

COUNTED = 0.5
"""Share of the draws that count, at the least, where a normal is fitted to their log density."""

COUNTED_PER_PARAMETER = 10
"""Effective draws, for each parameter, that moments rest on."""

UNSEEN = 1.1
"""Variances are so much wider than those of the draws, among which the farthest are missing."""

SPARE = 1.1
"""A round is so much longer than is missing if its draws are as good as those before."""

type Progress = Callable[[float], None]
type LogDensity = Callable[[Floats], Floats]


class Sampling(NamedTuple):
    """How much to draw.

    Attributes
    ----------
    first_round : int
        Density evaluations in the first round.
    shortest_round, longest_round : int
        Least and most in each later round. None is longer than all before it, so that the proposal
        is learnt from what it has yet to draw.
    max_rounds : int
    learnt : float
        Effective draws at which further ones count.
    enough : float
        Effective draws, of those that count, at which the rounds stop.
    """

    first_round: int = 200
    shortest_round: int = 50
    longest_round: int = 800
    max_rounds: int = 12
    learnt: float = 250.0
    enough: float = 1000.0


class Draws(NamedTuple):
    """Weighted draws from the posterior: those that count.

    Attributes
    ----------
    theta : (num_draws, num_parameters)
        In the model's own coordinates.
    log_weight : (num_draws,)
        Smoothed, normalised to sum to one.
    pareto_k : float
    ess : float
        Effective number of draws, 1 / sum of squared weights.
    log_evidence : float
    """

    theta: Floats
    log_weight: Floats
    pareto_k: float
    ess: float
    log_evidence: float

    @property
    def efficiency(self) -> float:
        return self.ess / self.log_weight.size

    def with_weight(self) -> tuple[Floats, Floats]:
        """Return the draws that are possible at all, and their weights, which sum to one.

        Others may lie so far out that whatever is computed from them overflows.
        """
        weight = np.exp(self.log_weight)
        possible = weight > 0.0
        return self.theta[possible], weight[possible] / weight.sum()


class Points(NamedTuple):
    """Draws in straight coordinates.

    Attributes
    ----------
    u : (num_draws, num_parameters)
    log_p : (num_draws,)
        Log density of the posterior in these coordinates.
    sources
        What all of them were drawn from.
    """

    u: Floats
    log_p: Floats
    sources: tuple[Component, ...]

    @property
    def log_ratio(self) -> Floats:
        ratio = self.log_p - log_mixture_pdf(self.sources, self.u)
        return np.maximum(ratio, ratio.max() - FARTHEST_RATIO)


def sample_importance(
    rng: Generator,
    log_density: LogDensity,
    bend: Bend,
    first: Sequence[Component],
    sampling: Sampling,
    progress: Progress = lambda _: None,
    heavy_tailed: Sequence[int] = (),
) -> Draws:
    """Learn where to draw, then draw until what counts is enough or the rounds are used up.

    `log_density` takes (num_draws, num_parameters); `first` is in straight coordinates;
    `heavy_tailed` are indices of parameters.
    """
    axes = bend.factor[list(heavy_tailed)]

    def draw_from(sources: Sequence[Component]) -> Points:
        u = np.vstack([draw(rng, each) for each in sources])
        theta, log_volume = bend.to_parameters(u)
        return Points(u, log_density(theta) + log_volume, tuple(sources))

    def next_round(seen: Points, missing: float, efficiency: float) -> Points:
        num_draws = draws_needed(missing, efficiency, seen.log_p.size, sampling)
        return draw_from(learnt_sources(seen, first, axes, num_draws))

    seen = draw_from(first)
    done, drawn = 1, weigh(seen)
    while drawn.ess < sampling.learnt and done < MOST_LEARNING * sampling.max_rounds:
        progress(done / sampling.max_rounds)
        seen = joined(seen, next_round(seen, sampling.learnt - drawn.ess, drawn.efficiency))
        done, drawn = done + 1, weigh(seen)
    counted = next_round(seen, sampling.enough, drawn.efficiency)
    done, drawn = done + 1, weigh(counted)
    while done < sampling.max_rounds and not suffices(drawn, sampling):
        progress(done / sampling.max_rounds)
        missing = sampling.enough - drawn.ess
        counted = joined(counted, next_round(joined(seen, counted), missing, drawn.efficiency))
        done, drawn = done + 1, weigh(counted)
    return drawn._replace(theta=bend.to_parameters(counted.u)[0])


def suffices(drawn: Draws, sampling: Sampling) -> bool:
    return drawn.ess >= sampling.enough and drawn.pareto_k < MAX_PARETO_K


def draws_needed(missing: float, efficiency: float, so_far: int, sampling: Sampling) -> int:
    """Return the length of the next round: for the missing effective draws, at the efficiency."""
    longest = min(so_far, sampling.longest_round)
    if missing <= 0.0:  # enough draws, but of weights that cannot be trusted
        return longest
    return int(np.clip(SPARE * missing / efficiency, sampling.shortest_round, longest))


def learnt_sources(
    points: Points, first: Sequence[Component], axes: Floats, num_draws: int
) -> list[Component]:
    """Return what another round is drawn from.

    A t fitted to the log density of the draws so far follows the bulk of the posterior. Another
    with their moments reaches to where that fit is wrong. One for each of `axes`, the gradients of
    heavy-tailed parameters in straight coordinates, is stretched along it. The components of the
    first round stand guard where all are wrong (a defensive mixture; Hesterberg 1995).
    """
    ratio = points.log_ratio
    followed = fit_normal(points.u, points.log_p, flattened_weights(ratio, COUNTED * ratio.size))
    counted = min(COUNTED * ratio.size, COUNTED_PER_PARAMETER * points.u.shape[1])
    reached = moments(points.u, flattened_weights(ratio, counted))
    following, reaching, guarding, stretched = (
        max(1, round(share * num_draws))
        for share in (FOLLOWING, REACHING, GUARDING, STRETCHED / max(1, len(axes)))
    )
    return [
        component(*followed, following),
        component(*reached, reaching),
        *(component(followed[0], stretch(followed[1], axis), stretched) for axis in axes),
        *scaled(first, guarding),
    ]


def stretch(covariance: Floats, axis: Floats) -> Floats:
    """Return a covariance along whose `axis` the standard deviation is STRETCH times as wide.

    Given where a draw lies on the axis, everything else keeps its distribution.
    """
    along = covariance @ axis
    return covariance + (STRETCH**2 - 1.0) * np.outer(along, along) / (axis @ along)


def moments(u: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Return the mean of weighted draws and their covariance, widened for what is missing."""
    mean = weight @ u
    offset = u - mean
    return mean, UNSEEN * (weight[:, None] * offset).T @ offset


def scaled(sources: Sequence[Component], num_draws: int) -> list[Component]:
    """Return components with about so many draws in all, at least one of each."""
    before = sum(each.num_draws for each in sources)
    return [
        each._replace(num_draws=max(1, round(num_draws * each.num_draws / before)))
        for each in sources
    ]


def joined(points: Points, more: Points) -> Points:
    return Points(
        np.vstack([points.u, more.u]),
        np.concatenate([points.log_p, more.log_p]),
        points.sources + more.sources,
    )


def flattened_weights(log_ratio: Floats, enough: float) -> Floats:
    """Return weights proportional to ratio^t, t being the largest power up to 1 with enough ess.

    A few lucky draws then do not decide.
    """

    def excess(power: float) -> float:
        return effective_draws(softmax(power * log_ratio)) - enough

    power = 1.0 if enough >= log_ratio.size or excess(1.0) >= 0.0 else brentq(excess, 0.0, 1.0)
    return np.asarray(softmax(power * log_ratio))


def effective_draws(weight: Floats) -> float:
    """Return 1 / sum of squares of normalised weights (Kong 1992)."""
    return float(1.0 / np.square(weight).sum())


def weigh(points: Points) -> Draws:
    """Weigh draws against the mixture that they came from, and smooth the largest weights."""
    log_ratio = points.log_ratio
    log_evidence = float(logsumexp(log_ratio) - np.log(log_ratio.size))
    smoothed = smooth_weights(log_ratio)
    log_weight = smoothed.log_weight - logsumexp(smoothed.log_weight)
    ess = effective_draws(np.exp(log_weight))
    return Draws(points.u, log_weight, smoothed.pareto_k, ess, log_evidence)
