"""Pareto-smoothed importance sampling, in coordinates bent to each mode of the posterior.

The first round draws around each mode, each later one from what all draws so far have taught,
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
from scipy.special import log_softmax, logsumexp, softmax

from surcease.inference.bend import Bend, in_every_bend
from surcease.inference.normal_fit import fit_normal
from surcease.inference.pareto_smoothing import smooth_weights
from surcease.inference.problem import Floats
from surcease.inference.proposal import Component, component, draw, log_pdf, shares

MAX_PARETO_K = 0.7
"""Above this importance sampling is not to be trusted (Vehtari et al. 2024)."""

FARTHEST_RATIO = 1e4
"""Impossible draws keep exp(-1e4) of the largest weight, which is zero, instead of no number."""

FOLLOWING, REACHING, STRETCHED, GUARDING = 0.4, 0.35, 0.2, 0.05
"""Shares of a later round: see `sources_in_bend`, and `learnt_sources` for the last."""

EVENLY = 0.3
"""Share of what a later round learns that is spread evenly over the bends."""

FEWEST_KNOWN = 2.0
"""A bend that fewer effective draws tell of keeps the components of the first round."""

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
    """Draws, seen in the straight coordinates of every bend.

    Attributes
    ----------
    theta : (num_draws, num_parameters)
    u : (num_bends, num_draws, num_parameters)
    log_volume : (num_bends, num_draws)
        Of each bend, less that of the first.
    log_p : (num_draws,)
        Log density of the posterior in the coordinates of the first bend.
    log_q : (num_sources, num_draws)
        Log density of each source in the same coordinates.
    sources
        What all of them were drawn from.
    """

    theta: Floats
    u: Floats
    log_volume: Floats
    log_p: Floats
    log_q: Floats
    sources: tuple[Component, ...]

    @property
    def log_ratio(self) -> Floats:
        """Log weight of each draw, (num_draws,), against all sources together.

        The balance heuristic (Veach and Guibas 1995; deterministic mixture of Owen and Zhou 2000).
        """
        ratio = self.log_p - logsumexp(self.log_q.T, axis=1, b=shares(self.sources))
        return np.asarray(np.maximum(ratio, ratio.max() - FARTHEST_RATIO))

    @property
    def log_bend_shares(self) -> Floats:
        """Log probability that each draw is from a source of each bend, (num_bends, num_draws)."""
        share = shares(self.sources)[:, None]
        bend = np.array([each.bend for each in self.sources])
        log_q = [
            logsumexp(self.log_q[bend == each], axis=0, b=share[bend == each])
            for each in range(self.u.shape[0])
        ]
        return np.asarray(log_softmax(log_q, axis=0))

    def log_q_of(self, sources: Sequence[Component]) -> Floats:
        return np.array(
            [log_pdf(each, self.u[each.bend]) - self.log_volume[each.bend] for each in sources]
        )

    def since(self, earlier: Points) -> Points:
        """Return what was drawn after others."""
        num_sources, num_draws = earlier.log_q.shape
        return Points(
            self.theta[num_draws:],
            self.u[:, num_draws:],
            self.log_volume[:, num_draws:],
            self.log_p[num_draws:],
            self.log_q[num_sources:, num_draws:],
            self.sources[num_sources:],
        )


class Bent(NamedTuple):
    """Draws in the straight coordinates of one bend.

    Attributes
    ----------
    bend : int
    u : (num_draws, num_parameters)
    log_p : (num_draws,)
        Log density of the posterior in these coordinates.
    axes : (num_axes, num_parameters)
        Gradients of heavy-tailed parameters.
    """

    bend: int
    u: Floats
    log_p: Floats
    axes: Floats


def sample_importance(
    rng: Generator,
    log_density: LogDensity,
    bends: Sequence[Bend],
    first: Sequence[Component],
    sampling: Sampling,
    progress: Progress = lambda _: None,
    heavy_tailed: Sequence[int] = (),
) -> Draws:
    """Learn where to draw, then draw until what counts is enough or the rounds are used up.

    `log_density` takes (num_draws, num_parameters); `first` has sources in the straight
    coordinates of every bend; `heavy_tailed` are indices of parameters.
    """
    axes = [bend.factor[list(heavy_tailed)] for bend in bends]

    def draw_from(sources: Sequence[Component]) -> Points:
        drawn = [
            np.vstack([draw(rng, each) for each in sources if each.bend == bend])
            for bend in range(len(bends))
        ]
        theta, u, log_volume = in_every_bend(bends, drawn)
        log_p = log_density(theta) + log_volume[0]
        log_p = np.where(np.isnan(log_p), -np.inf, log_p)  # where rates overflow
        points = Points(theta, u, log_volume - log_volume[0], log_p, np.empty(0), tuple(sources))
        return points._replace(log_q=points.log_q_of(sources))

    def with_next_round(seen: Points, missing: float, efficiency: float) -> Points:
        num_draws = draws_needed(missing, efficiency, seen.log_p.size, sampling)
        return joined(seen, draw_from(learnt_sources(seen, first, axes, num_draws)))

    learning = draw_from(first)
    done, drawn = 1, weigh(learning)
    while drawn.ess < sampling.learnt and done < MOST_LEARNING * sampling.max_rounds:
        progress(done / sampling.max_rounds)
        learning = with_next_round(learning, sampling.learnt - drawn.ess, drawn.efficiency)
        done, drawn = done + 1, weigh(learning)
    seen = with_next_round(learning, sampling.enough, drawn.efficiency)
    done, drawn = done + 1, weigh(seen.since(learning))
    while done < sampling.max_rounds and not suffices(drawn, sampling):
        progress(done / sampling.max_rounds)
        seen = with_next_round(seen, sampling.enough - drawn.ess, drawn.efficiency)
        done, drawn = done + 1, weigh(seen.since(learning))
    return drawn


def suffices(drawn: Draws, sampling: Sampling) -> bool:
    return drawn.ess >= sampling.enough and drawn.pareto_k < MAX_PARETO_K


def draws_needed(missing: float, efficiency: float, so_far: int, sampling: Sampling) -> int:
    """Return the length of the next round: for the missing effective draws, at the efficiency."""
    longest = min(so_far, sampling.longest_round)
    if missing <= 0.0:  # enough draws, but of weights that cannot be trusted
        return longest
    return int(np.clip(SPARE * missing / efficiency, sampling.shortest_round, longest))


def learnt_sources(
    points: Points, first: Sequence[Component], axes: Sequence[Floats], num_draws: int
) -> list[Component]:
    """Return what another round is drawn from: sources in every bend that draws tell of.

    The components of the first round stand guard where all others are wrong (a defensive mixture;
    Hesterberg 1995).
    """
    ratio, log_shares = points.log_ratio, points.log_bend_shares
    size = points.theta.shape[1]
    bulk = flattening(ratio, COUNTED * ratio.size)
    moment = flattening(ratio, min(COUNTED * ratio.size, COUNTED_PER_PARAMETER * size))
    mass = np.exp(log_shares) @ softmax(moment * ratio)
    known = [effective_draws(softmax(moment * ratio + each)) >= FEWEST_KNOWN for each in log_shares]
    known[mass.argmax()] = True
    mass = np.where(known, mass, 0.0) / mass[known].sum()
    draws = num_draws * (EVENLY / sum(known) + (1.0 - EVENLY) * mass)
    learnt = [
        source
        for bend in range(len(axes))
        if known[bend]
        for source in sources_in_bend(
            Bent(bend, points.u[bend], points.log_p + points.log_volume[bend], axes[bend]),
            softmax(bulk * ratio + log_shares[bend]),
            softmax(moment * ratio + log_shares[bend]),
            draws[bend],
        )
    ]
    return [*learnt, *scaled(first, max(1, round(GUARDING * num_draws)))]


def sources_in_bend(seen: Bent, bulk: Floats, moment: Floats, num_draws: float) -> list[Component]:
    """Return what draws, so weighted, teach of the posterior in one bend's coordinates.

    A t fitted to the log density of the draws follows the bulk of the posterior. Another with
    their moments reaches to where that fit is wrong. One for each heavy-tailed parameter is
    stretched along its axis.
    """
    followed = fit_normal(seen.u, seen.log_p, bulk)
    reached = moments(seen.u, moment)
    following, reaching, stretched = (
        max(1, round(share * num_draws))
        for share in (FOLLOWING, REACHING, STRETCHED / max(1, len(seen.axes)))
    )
    centre, covariance = followed
    return [
        component(centre, covariance, following, seen.bend),
        component(*reached, reaching, seen.bend),
        *(component(centre, stretch(covariance, axis), stretched, seen.bend) for axis in seen.axes),
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
    log_q = [
        [points.log_q, more.log_q_of(points.sources)],
        [points.log_q_of(more.sources), more.log_q],
    ]
    return Points(
        np.vstack([points.theta, more.theta]),
        np.concatenate([points.u, more.u], axis=1),
        np.concatenate([points.log_volume, more.log_volume], axis=1),
        np.concatenate([points.log_p, more.log_p]),
        np.block(log_q),
        points.sources + more.sources,
    )


def flattening(log_ratio: Floats, enough: float) -> float:
    """Return the largest power up to 1 at which enough of the draws are effective.

    A few lucky draws then do not decide.
    """

    def excess(power: float) -> float:
        return effective_draws(softmax(power * log_ratio)) - enough

    if enough >= log_ratio.size or excess(1.0) >= 0.0:
        return 1.0
    return float(brentq(excess, 0.0, 1.0))


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
    return Draws(points.theta, log_weight, smoothed.pareto_k, ess, log_evidence)
