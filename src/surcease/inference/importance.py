"""Pareto-smoothed importance sampling from an adaptive mixture of multivariate t.

The first round draws from the Laplace approximation at each mode; each later round from the moments
of what the rounds before have found (adaptive multiple importance sampling; Cornuet et al. 2012).
All draws are kept, weighed against the whole mixture, and smoothed (Vehtari et al. 2024).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.optimize import brentq
from scipy.special import logsumexp, softmax

from surcease.inference.compile import kernel
from surcease.inference.mode import Mode, warped_scale
from surcease.inference.pareto_smoothing import smooth_weights
from surcease.inference.problem import Floats, Problem
from surcease.inference.proposal import Component, component, draw, log_mixture_pdf
from surcease.inference.warp import Anchor, unwarp, warped_log_density

MAX_PARETO_K = 0.7
"""Above this importance sampling is not to be trusted (Vehtari et al. 2024)."""

NEGLIGIBLE_MODE = 10.0
"""A mode this much lower in log density holds nothing worth drawing from."""

FARTHEST_RATIO = 1e4
"""Impossible draws keep a weight of exp(-1e4), which is zero, instead of no number at all."""

DRAWS_PER_PARAMETER = 10
"""Effective draws, for each parameter, that the moments of a new component rest on."""

SLIVER = 1e-3
"""Least width of a component, in prior standard deviations."""

type Progress = Callable[[float], None]


class Sampling(NamedTuple):
    """How much to draw.

    Attributes
    ----------
    first_round, later_round : int
        Density evaluations in the first and in each later round.
    max_rounds : int
    enough : float
        Effective draws at which the rounds stop.
    """

    first_round: int = 200
    later_round: int = 200
    max_rounds: int = 16
    enough: float = 500.0


class Draws(NamedTuple):
    """Weighted draws from the posterior.

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


def sample_importance(
    rng: Generator,
    problem: Problem,
    anchor: Anchor,
    modes: Sequence[Mode],
    sampling: Sampling,
    progress: Progress = lambda _: None,
) -> Draws:
    """Draw until the effective draws are enough or the rounds are used up."""
    sources = first_components(modes, sampling.first_round)
    xi = np.vstack([draw(rng, each) for each in sources])
    log_p = evaluate(xi, problem, anchor)
    drawn = weigh(xi, log_p, sources)
    for done in range(1, sampling.max_rounds):
        if drawn.ess >= sampling.enough and drawn.pareto_k < MAX_PARETO_K:
            break
        progress(done / sampling.max_rounds)
        ratio = log_p - log_mixture_pdf(sources, xi)
        sources = [*sources, adapted_component(xi, ratio, problem, sampling.later_round)]
        fresh = draw(rng, sources[-1])
        xi = np.vstack([xi, fresh])
        log_p = np.concatenate([log_p, evaluate(fresh, problem, anchor)])
        drawn = weigh(xi, log_p, sources)
    return drawn._replace(theta=np.array([unwarp(each, problem, anchor) for each in xi]))


def first_components(modes: Sequence[Mode], num_draws: int) -> list[Component]:
    """Return one component a mode, with draws in proportion to its Laplace evidence."""
    highest = modes[0].log_density
    kept = [mode for mode in modes if highest - mode.log_density < NEGLIGIBLE_MODE]
    evidence = [mode.log_density + 0.5 * np.linalg.slogdet(mode.covariance)[1] for mode in kept]
    shares = 0.5 * softmax(evidence) + 0.5 / len(kept)
    return [
        component(mode.xi, mode.covariance, max(1, round(share * num_draws)))
        for mode, share in zip(kept, shares, strict=True)
    ]


def adapted_component(xi: Floats, log_ratio: Floats, problem: Problem, num_draws: int) -> Component:
    """Return a component with the moments of the draws so far, weighed by `log_ratio`.

    Weights are flattened until enough draws count, so that a few lucky ones do not decide.
    """
    num_parameters = xi.shape[1]
    weight = flattened_weights(log_ratio, DRAWS_PER_PARAMETER * num_parameters)
    centre = weight @ xi
    offset = xi - centre
    covariance = (weight[:, None] * offset).T @ offset
    return component(centre, covariance + np.diag((SLIVER * warped_scale(problem)) ** 2), num_draws)


def flattened_weights(log_ratio: Floats, enough: float) -> Floats:
    """Return weights proportional to ratio^t, t being the largest power up to 1 with enough ess."""
    possible = np.isfinite(log_ratio)
    finite = log_ratio[possible]

    def excess(power: float) -> float:
        return effective_draws(softmax(power * finite)) - enough

    power = 1.0 if enough >= finite.size or excess(1.0) >= 0.0 else brentq(excess, 0.0, 1.0)
    weight = np.zeros_like(log_ratio)
    weight[possible] = softmax(power * finite)
    return weight


def effective_draws(weight: Floats) -> float:
    """Return 1 / sum of squares of normalised weights (Kong 1992)."""
    return float(1.0 / np.square(weight).sum())


@kernel
def evaluate(xi: Floats, problem: Problem, anchor: Anchor) -> Floats:
    """Return the log density at each row of (num_draws, num_parameters)."""
    values = np.empty(xi.shape[0])
    for row in range(xi.shape[0]):
        values[row] = warped_log_density(xi[row], problem, anchor)
    return values


def weigh(xi: Floats, log_p: Floats, sources: Sequence[Component]) -> Draws:
    """Weigh draws against the mixture that they came from, and smooth the largest weights."""
    raw = np.maximum(log_p - log_mixture_pdf(sources, xi), -FARTHEST_RATIO)
    log_evidence = float(logsumexp(raw) - np.log(raw.size))
    smoothed = smooth_weights(raw - raw.max())
    log_weight = smoothed.log_weight - logsumexp(smoothed.log_weight)
    ess = effective_draws(np.exp(log_weight))
    return Draws(xi, log_weight, smoothed.pareto_k, ess, log_evidence)
