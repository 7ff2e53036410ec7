"""How likely further days are after a diary that was already read."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.course_filter import filter_on, run_forward
from surcease.inference.density import recording_of
from surcease.inference.emission import count_log_constant, emit, log_known, mean_grid
from surcease.inference.parameters import MU
from surcease.inference.problem import Floats, Ints, Problem


class LastDay(NamedTuple):
    """Where the course stands at the end of a diary, for each draw of the parameters.

    Attributes
    ----------
    draws : (num_draws, num_parameters)
    law : (num_draws, num_states)
        Of the last slot's state.
    transition : (num_draws, num_states, num_states)
        From one day to the next.
    """

    draws: Floats
    law: Floats
    transition: Floats


@kernel
def last_day(draws: Floats, problem: Problem) -> LastDay:
    """Read a diary once for each draw, (num_draws, num_parameters)."""
    num_draws, num_states = draws.shape[0], problem.levels.size + 1
    law = np.empty((num_draws, num_states))
    transition = np.empty((num_draws, num_states, num_states))
    for row in range(num_draws):
        forward = run_forward(draws[row], problem)
        law[row] = forward.filtered[-1]
        transition[row] = forward.prepared.chain.transition
    return LastDay(draws, law, transition)


@kernel
def log_likelihood_ahead(last: LastDay, counts: Ints, x: Floats, levels: Floats) -> Floats:
    """Return the log likelihood of further days given all before them, (num_draws,).

    `counts` is (num_days,) for days of 24 hours, UNKNOWN where nothing is written down; `x` is the
    treatments' log rate ratio, (num_draws, num_days).
    """
    total = np.empty(last.law.shape[0])
    length = np.ones(counts.size)
    quiet, busy = int((counts == 0).sum()), int((counts > 0).sum())
    for row in range(total.size):
        recording = recording_of(last.draws[row])
        grid = mean_grid(length, levels, x[row] + last.draws[row, MU], recording.phi)
        emission = emit(counts, length, levels, grid, recording)
        total[row] = (
            log_known(quiet, busy, recording)
            + count_log_constant(counts, recording.phi)
            + emission.log_scale
            + filter_on(last.law[row], last.transition[row], emission.weights)
        )
    return total
