"""ArviZ's diagnostics on plain arrays."""

from __future__ import annotations

from typing import Any, NamedTuple

import arviz_stats.base
import numpy as np

from surcease.inference.problem import Floats

_array_stats: Any = vars(arviz_stats.base)["array_stats"]


class Smoothed(NamedTuple):
    """Importance weights after Pareto smoothing (Vehtari et al. 2024).

    Attributes
    ----------
    log_weight : (num_draws,)
        Not normalised.
    pareto_k : float
        Shape of the tail: above 0.7 the weights are not to be trusted.
    """

    log_weight: Floats
    pareto_k: float


def smooth_weights(log_ratio: Floats) -> Smoothed:
    """Smooth the largest of importance ratios, (num_draws,)."""
    log_weight, pareto_k = _array_stats.psislw(-log_ratio)  # takes log likelihoods
    return Smoothed(np.asarray(log_weight), float(pareto_k))


def bulk_ess(draws: Floats) -> Floats:
    """Return effective draws of (num_chains, num_draws, num_parameters), one a parameter."""
    return np.asarray(_array_stats.ess(draws, chain_axis=0, draw_axis=1, method="bulk"))


def rank_rhat(draws: Floats) -> Floats:
    """Return rank-normalised R-hat of (num_chains, num_draws, num_parameters), one a parameter."""
    return np.asarray(_array_stats.rhat(draws, chain_axis=0, draw_axis=1))
