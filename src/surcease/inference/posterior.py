from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from surcease.inference.compile import kernel
from surcease.inference.density import log_density
from surcease.inference.first_round import first_round
from surcease.inference.importance import (
    MAX_PARETO_K,
    Draws,
    Progress,
    Sampling,
    sample_importance,
)
from surcease.inference.mode import find_modes
from surcease.inference.parameters import pulse_log_half
from surcease.inference.problem import Floats, Problem
from surcease.inference.starts import starts_elsewhere
from surcease.inference.warp import Anchor, find_anchor

FEWEST_DRAWS = 200.0
"""Effective draws below which the ends of a 95% interval are too noisy."""


DEFAULT_SAMPLING = Sampling()


class Method(StrEnum):
    """How the posterior is computed; AUTO falls back on NUTS where importance sampling fails."""

    AUTO = "auto"
    IMPORTANCE = "importance"
    NUTS = "nuts"


class Posterior(NamedTuple):
    """Weighted draws of every parameter.

    Attributes
    ----------
    theta : (num_draws, num_parameters)
    weight : (num_draws,)
        Sums to one.
    method : str
        "psis" or "nuts".
    pareto_k, ess, log_evidence : float
        Of the importance sampling; k and evidence are those of its attempt where NUTS was used.
    reliable : bool
        Whether intervals can be trusted as they stand.
    """

    theta: Floats
    weight: Floats
    method: str
    pareto_k: float
    ess: float
    log_evidence: float
    reliable: bool


def fit(
    rng: Generator,
    problem: Problem,
    starts: Sequence[Floats],
    method: Method = Method.AUTO,
    sampling: Sampling = DEFAULT_SAMPLING,
    progress: Progress = lambda _: None,
) -> Posterior:
    """Compute the posterior of the attack-rate model.

    Modes by L-BFGS from each start and from some elsewhere, third derivatives around the mode,
    adaptive importance sampling with Pareto smoothing; NUTS on the same density where asked for or
    where that fails and it is installed.
    """
    anchor = find_anchor(problem)
    modes = find_modes(problem, anchor, starts)
    elsewhere = starts_elsewhere(rng, problem, modes[0].theta)
    modes = find_modes(problem, anchor, elsewhere, modes)
    bends, first = first_round(problem, modes, sampling.first_round)
    drawn = sample_importance(
        rng,
        lambda theta: log_densities(theta, problem),
        bends,
        first,
        sampling,
        progress,
        heavy_tailed(problem),
    )
    failed = drawn.pareto_k > MAX_PARETO_K or drawn.ess < FEWEST_DRAWS
    if method is Method.NUTS or (method is Method.AUTO and failed and nuts_is_installed()):
        return sampled_posterior(rng, problem, anchor, drawn)
    theta, weight = drawn.with_weight()
    return Posterior(
        theta,
        weight,
        "psis",
        drawn.pareto_k,
        drawn.ess,
        drawn.log_evidence,
        not failed,
    )


def heavy_tailed(problem: Problem) -> list[int]:
    """Return the indices of how long effects last: a long one looks like a longer one."""
    return [pulse_log_half(pulse) for pulse in range(problem.pulses.first.size - 1)]


@kernel
def log_densities(theta: Floats, problem: Problem) -> Floats:
    """Return the log density at each row of (num_draws, num_parameters)."""
    values = np.empty(theta.shape[0])
    for row in range(theta.shape[0]):
        values[row] = log_density(theta[row], problem)
    return values


def sampled_posterior(rng: Generator, problem: Problem, anchor: Anchor, drawn: Draws) -> Posterior:
    from surcease.inference.nuts import sample_nuts  # noqa: PLC0415  needs the `nuts` extra

    chains = sample_nuts(rng, problem, anchor, drawn)
    num_draws = chains.theta.shape[0]
    return Posterior(
        chains.theta,
        np.full(num_draws, 1.0 / num_draws),
        "nuts",
        drawn.pareto_k,
        chains.ess,
        drawn.log_evidence,
        chains.converged,
    )


def nuts_is_installed() -> bool:
    return find_spec("nutpie") is not None
