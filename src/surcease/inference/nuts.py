"""The No-U-Turn sampler on the same density, through nutpie (the `nuts` extra).

Slower than importance sampling by far, and right where that fails.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import nutpie
from numpy.random import Generator
from nutpie.compiled_pyfunc import from_pyfunc

from surcease.inference.diagnostics import bulk_ess, rank_rhat
from surcease.inference.importance import Draws
from surcease.inference.mode import warped_scale
from surcease.inference.problem import Floats, Problem
from surcease.inference.warp import Anchor, unwarp, warp, warped_log_density_and_gradient

NUM_CHAINS = 4
NUM_TUNE = 400
NUM_DRAWS = 400
MAX_RHAT = 1.01
FLOAT = np.dtype("float64")


class Chains(NamedTuple):
    """Draws of all chains, one after the other.

    Attributes
    ----------
    theta : (num_chains * num_draws, num_parameters)
    ess : float
        Bulk effective draws of the worst parameter.
    rhat : float
        Largest over the parameters (Vehtari et al. 2021).
    converged : bool
    """

    theta: Floats
    ess: float
    rhat: float
    converged: bool


def sample_nuts(
    rng: Generator,
    problem: Problem,
    anchor: Anchor,
    drawn: Draws,
    num_chains: int = NUM_CHAINS,
    num_draws: int = NUM_DRAWS,
) -> Chains:
    """Run NUTS in units of the prior, each chain starting from a draw of importance sampling."""
    scale = warped_scale(problem)
    model = from_pyfunc(
        problem.prior_mean.size,
        lambda: standardised_density(problem, anchor),
        lambda *_: lambda z, **_kwargs: {"z": np.array(z)},
        [FLOAT],
        [(problem.prior_mean.size,)],
        ["z"],
        make_initial_point_fn=lambda seed: starting_point(seed, problem, anchor, drawn),
    )
    trace: Any = nutpie.sample(
        model,
        draws=num_draws,
        tune=NUM_TUNE,
        chains=num_chains,
        cores=1,  # chains share the interpreter lock: two cores are slower than one
        seed=int(rng.integers(2**31)),
        progress_bar=False,
    )
    z = np.asarray(trace.posterior["z"].values, dtype=np.float64)
    theta = [unwarp(each, problem, anchor) for each in z.reshape(-1, z.shape[2]) * scale]
    return summarise(np.array(theta).reshape(z.shape))


def standardised_density(
    problem: Problem, anchor: Anchor
) -> Callable[[Floats], tuple[float, Floats]]:
    scale = warped_scale(problem)

    def density(z: Floats, **_kwargs: Any) -> tuple[float, Floats]:
        value, gradient = warped_log_density_and_gradient(scale * z, problem, anchor)
        return value, gradient * scale

    return density


def starting_point(seed: int, problem: Problem, anchor: Anchor, drawn: Draws) -> Floats:
    rng = np.random.default_rng(seed)
    weight = np.exp(drawn.log_weight)
    theta = drawn.theta[rng.choice(weight.size, p=weight / weight.sum())]
    return np.asarray(warp(theta, problem, anchor) / warped_scale(problem))


def summarise(theta: Floats) -> Chains:
    """Return pooled draws of (num_chains, num_draws, num_parameters) with their diagnostics."""
    ess = float(bulk_ess(theta).min())
    rhat = float(rank_rhat(theta).max())
    return Chains(theta.reshape(-1, theta.shape[2]), ess, rhat, rhat < MAX_RHAT)
