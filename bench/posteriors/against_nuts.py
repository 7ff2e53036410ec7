"""One diary's posterior by importance sampling beside that by NUTS on the same density."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from arviz_stats.base import array_stats
from numpy.random import Generator
from numpy.typing import NDArray

from oracles.model_digest import problem_digest
from posteriors.diaries import Subject, arrays_of, fast_posterior, fit_rng
from posteriors.quantities import effect_columns, quantities, quantity_names
from posteriors.wrong_prior import moved_prior_weights
from surcease.effects.arrays import Arrays
from surcease.inference.importance import Draws
from surcease.inference.nuts import Chains, sample_nuts
from surcease.inference.parameters import LOG_RETURN
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Problem
from surcease.inference.warp import find_anchor

PERIODS = (14, 28)
NUM_CHAINS = 4
RUNS = (1000, 4000)
"""Draws a chain; the longer run where the shorter one has not converged."""

type Floats = NDArray[np.float64]
type Row = dict[str, Any]


def compare(of: Subject, num_chains: int = NUM_CHAINS, runs: Sequence[int] = RUNS) -> Row:
    """Fit a simulated diary by both samplers; return how far apart they are."""
    arrays, rng = arrays_of(of), fit_rng(of)
    posterior = fast_posterior(rng, arrays.problem)
    for num_draws in runs:
        chains = run_nuts(rng, arrays.problem, posterior, num_chains, num_draws)
        if chains.converged:
            break
    return {
        **of._asdict(),
        "problem": problem_digest(arrays.problem)[:12],
        "pareto_k": round(posterior.pareto_k, 3),
        "ess": round(posterior.ess, 1),
        "draws": posterior.theta.shape[0],
        "reliable": bool(posterior.reliable),
        "nuts_ess": round(chains.ess, 1),
        "nuts_rhat": round(chains.rhat, 4),
        "nuts_converged": bool(chains.converged),
        "gaps": gaps(arrays, posterior, by_chain(chains, num_chains)),
    }


def run_nuts(
    rng: Generator, problem: Problem, fast: Posterior, num_chains: int, num_draws: int
) -> Chains:
    log_weight = np.log(np.maximum(fast.weight, np.finfo(np.float64).tiny))
    drawn = Draws(fast.theta, log_weight, fast.pareto_k, fast.ess, fast.log_evidence)
    return sample_nuts(rng, problem, find_anchor(problem), drawn, num_chains, num_draws)


def by_chain(chains: Chains, num_chains: int) -> Floats:
    return chains.theta.reshape(num_chains, -1, chains.theta.shape[1])


def gaps(arrays: Arrays, fast: Posterior, chains: Floats) -> dict[str, Row]:
    """Return a row a quantity; `moved` is the gap in mean of a posterior with a wrong prior.

    `chains` is (num_chains, num_draws, num_parameters).
    """
    fast_draws = quantities(arrays, fast.theta, PERIODS)
    slow_draws = quantities(arrays, chains.reshape(-1, chains.shape[2]), PERIODS)
    columns = [LOG_RETURN, *effect_columns(arrays)]
    moved = moved_prior_weights(fast.theta, fast.weight, arrays.problem, columns)
    return {
        name: gap(fast_draws[:, i], fast.weight, slow_draws[:, i].reshape(chains.shape[:2]))
        | {"moved": round(gap_in_mean(fast_draws[:, i], moved, slow_draws[:, i]), 4)}
        for i, name in enumerate(quantity_names(arrays, PERIODS))
    }


def gap(fast: Floats, weight: Floats, slow: Floats) -> Row:
    """Compare weighted draws, (num_draws,), with chains, (num_chains, num_draws), of a quantity.

    Returns the difference of means in standard deviations, the ratio of standard deviations minus
    one, and the Monte Carlo standard error of each that is due to the chains alone.
    """
    sd = float(slow.std())
    mean = weight @ fast
    fast_sd = float(np.sqrt(weight @ (fast - mean) ** 2))
    return {
        "mean": round(gap_in_mean(fast, weight, slow), 4),
        "mean_error": round(float(array_stats.mcse(slow, 0, 1, "mean")) / sd, 4),
        "sd": round(fast_sd / sd - 1.0, 4),
        "sd_error": round(float(array_stats.mcse(slow, 0, 1, "sd")) / sd * fast_sd / sd, 4),
    }


def gap_in_mean(fast: Floats, weight: Floats, slow: Floats) -> float:
    return float((weight @ fast - slow.mean()) / slow.std())
