"""One simulated diary of simulation-based calibration: where the truth lies in its posterior."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from oracles.model_simulation import draw_theta, simulate_problem
from posteriors.quantities import effect_columns, quantities, quantity_names
from posteriors.sbc_problem import sbc_arrays
from posteriors.wrong_prior import moved_prior_weights
from surcease.effects.arrays import starting_points
from surcease.inference.density import log_density
from surcease.inference.parameters import LOG_PHI
from surcease.inference.paths import systematic_resample
from surcease.inference.posterior import Method, fit
from surcease.inference.problem import Problem

NUM_DRAWS = 99
PERIODS = (28,)
LOG_DENSITY = "log density"
FIRST_SEED = 300_000

MODEL = "the model itself"
CLUMPED = "counts with twice the dispersion"
HOPEFUL = "a prior that expects every treatment to help"
STRANGER = "parameters that did not make the diary"

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]
type Row = dict[str, Any]

arrays_of_all = cache(sbc_arrays)


def ranked_names() -> tuple[str, ...]:
    return (*quantity_names(arrays_of_all(), PERIODS), LOG_DENSITY)


def rank_truth(world: str, index: int) -> Row:
    """Draw a truth from the prior and a diary from it, fit, and rank the truth.

    In the world MODEL the diary comes from the model, in CLUMPED its counts scatter more than the
    truth says; HOPEFUL and STRANGER use the same fit wrongly. Fits that call themselves unreliable
    are ranked like all others.
    """
    rng = np.random.default_rng([FIRST_SEED, index, world == CLUMPED])
    arrays = arrays_of_all()
    truth = draw_theta(rng, arrays.problem)
    problem = simulate_problem(rng, lived(truth, world), arrays.problem)
    posterior = fit(rng, problem, starting_points(problem), Method.IMPORTANCE)
    theta, weight = posterior.theta, posterior.weight
    hopeful = moved_prior_weights(theta, weight, problem, effect_columns(arrays))
    stranger = draw_theta(rng, arrays.problem)
    return {
        "ranks": {
            world: ranks(rng, truth, theta, weight, problem),
            HOPEFUL: ranks(rng, truth, theta, hopeful, problem),
            STRANGER: ranks(rng, stranger, theta, weight, problem),
        },
        "pareto_k": posterior.pareto_k,
        "ess": posterior.ess,
        "draws": theta.shape[0],
        "reliable": bool(posterior.reliable),
        "unknown_days": int(np.sum(problem.counts < 0)),
        "attacks": int(problem.counts[problem.counts > 0].sum()),
    }


def lived(truth: Floats, world: str) -> Floats:
    """Return the parameters that the counts follow."""
    theta = truth.copy()
    theta[LOG_PHI] -= np.log(2.0) if world == CLUMPED else 0.0
    return theta


def ranks(
    rng: Generator, truth: Floats, theta: Floats, weight: Floats, problem: Problem
) -> list[int]:
    """Return how many of NUM_DRAWS posterior draws lie below the truth, for every quantity."""
    draws = judged(theta[resample(rng, weight)], problem)
    return [int(each) for each in (draws < judged(truth[None, :], problem)).sum(axis=0)]


def resample(rng: Generator, weight: Floats) -> Ints:
    """Return the indices of NUM_DRAWS draws, hardly ever the same one twice."""
    order = rng.permutation(weight.size)
    return np.asarray(order[systematic_resample(rng, weight[order], NUM_DRAWS)])


def judged(theta: Floats, problem: Problem) -> Floats:
    """Return (num_draws, num_quantities) in the order of `ranked_names`."""
    density = [log_density(each, problem) for each in theta]
    return np.column_stack([quantities(arrays_of_all(), theta, PERIODS), density])
