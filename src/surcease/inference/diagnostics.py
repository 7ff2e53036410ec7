"""ArviZ's diagnostics of chains, on plain arrays.

ArviZ is imported when they are asked for: it takes seconds, and no chain is run in most fits.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from surcease.inference.problem import Floats


def bulk_ess(draws: Floats) -> Floats:
    """Return effective draws of (num_chains, num_draws, num_parameters), one a parameter."""
    return np.asarray(array_stats().ess(draws, chain_axis=0, draw_axis=1, method="bulk"))


def rank_rhat(draws: Floats) -> Floats:
    """Return rank-normalised R-hat of (num_chains, num_draws, num_parameters), one a parameter."""
    return np.asarray(array_stats().rhat(draws, chain_axis=0, draw_axis=1))


def array_stats() -> Any:
    import arviz_stats.base  # noqa: PLC0415  takes seconds

    return vars(arviz_stats.base)["array_stats"]
