from __future__ import annotations

from typing import Any

import numpy as np

from surcease.analysis.fitted import Fitted
from surcease.inference.paths import systematic_resample

NUM_DRAWS = 1000


def to_arviz(fitted: Fitted, num_draws: int = NUM_DRAWS) -> Any:
    """Return the posterior as an ArviZ object (an xarray DataTree); needs the `arviz` extra.

    Parameters
    ----------
    fitted
        From `surcease.fit`.
    num_draws
        Weighted draws are resampled, by systematic resampling, to this many equal ones in one
        chain; each variable is named as in `fitted.arrays.parameter_names`.

    Returns
    -------
    DataTree
        Group `posterior`, whose attributes say the method, Pareto k and effective draws.
    """
    from arviz_base import from_dict  # noqa: PLC0415  needs the `arviz` extra

    posterior = fitted.posterior
    rng = np.random.default_rng(fitted.seed)
    theta = posterior.theta[systematic_resample(rng, posterior.weight, num_draws)]
    names = fitted.arrays.parameter_names
    tree = from_dict(
        {"posterior": {name: theta[None, :, column] for column, name in enumerate(names)}}
    )
    tree["posterior"].attrs.update(
        method=posterior.method, pareto_k=posterior.pareto_k, ess=posterior.ess
    )
    return tree
