"""What one treatment adds to the log attack rate, draw by draw."""

from __future__ import annotations

import numpy as np

from surcease.effects.arrays import Arrays
from surcease.effects.estimate import Floats
from surcease.inference.parameters import beta_columns, pulse_log_half, pulse_log_sharpness
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Problem, Pulses
from surcease.inference.wear_off import pulse_exposure


def treatment_keys(arrays: Arrays) -> list[str]:
    """Return the keys of the treatments in the order in which `contribution` counts them."""
    pulses = [each.given.key for each in arrays.pulses]
    return pulses + [each.given.key for each in arrays.regimens]


def contribution(problem: Problem, theta: Floats, treatment: int) -> Floats:
    """Return the log rate ratio of a treatment in every slot, (num_draws, num_slots).

    `theta` is (num_draws, num_parameters); treatments are counted pulses first, then regimens.
    """
    num_pulses = problem.pulses.first.size - 1
    column = beta_columns(num_pulses, problem.regimens.shape[0])[treatment]
    if treatment < num_pulses:
        exposure = pulse_exposures(problem.pulses, theta, treatment, problem.counts.size)
        return np.asarray(theta[:, column, None] * exposure)
    return np.outer(theta[:, column], problem.regimens[treatment - num_pulses])


def typical_exposure(problem: Problem, posterior: Posterior) -> Floats:
    """Return every treatment's exposure at the posterior mean, (num_treatments, num_slots)."""
    mean = (posterior.weight @ posterior.theta)[None]
    num_pulses, num_slots = problem.pulses.first.size - 1, problem.counts.size
    pulses = [pulse_exposures(problem.pulses, mean, each, num_slots) for each in range(num_pulses)]
    return np.vstack([*pulses, problem.regimens])


def pulse_exposures(pulses: Pulses, theta: Floats, pulse: int, num_slots: int) -> Floats:
    """Return a pulse treatment's exposure in every slot for each draw, (num_draws, num_slots)."""
    return np.array(
        [
            pulse_exposure(
                pulses,
                pulse,
                num_slots,
                each[pulse_log_half(pulse)],
                float(np.exp(each[pulse_log_sharpness(pulse)])),
            )
            for each in theta
        ]
    )
