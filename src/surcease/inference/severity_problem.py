"""How bad each attack was, as arrays, and where each parameter of the severity model stands.

The four of the course come first, then three for each pulse treatment, one for each row of
covariates, and the cutpoints: the first, then the logs of the gaps between them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import index_kernel
from surcease.inference.problem import Floats, Ints, Pulses

LOG_SLOW_SD, LOG_SLOW_RATE, LOG_QUICK_SD, LOG_QUICK_RATE = range(4)
NUM_COURSE = 4
NUM_PER_PULSE = 3

COURSE_NAMES = ("log_slow_sd", "log_slow_rate", "log_quick_sd", "log_quick_rate")


class SeverityProblem(NamedTuple):
    """One outcome, intensity or duration, of attacks in order of time.

    Attributes
    ----------
    grade : (num_attacks,)
        Ordered class of the outcome, 0 to num_grades - 1; every class has attacks.
    highest : (num_attacks,)
        The same, or num_grades - 1 where the outcome is known to be so bad at least, and no more.
    gap_days : (num_attacks,)
        Civil days since the attack before, 0 on the same day and for the first.
    num_grades : int
        At least 2.
    pulses : Pulses
        As in the attack-rate model, an attack in the place of a slot.
    covariates : (num_covariates, num_attacks)
        What else shifts the outcome: regimens, the natural attack rate.
    prior_mean, prior_sd : (num_parameters,)
        Normal priors.
    """

    grade: Ints
    highest: Ints
    gap_days: Floats
    num_grades: int
    pulses: Pulses
    covariates: Floats
    prior_mean: Floats
    prior_sd: Floats


@index_kernel
def pulse_shift(pulse: int) -> int:
    """Index of a pulse treatment's shift at full exposure; log D and log k follow it."""
    return NUM_COURSE + NUM_PER_PULSE * pulse


@index_kernel
def covariate_shift(num_pulses: int, covariate: int) -> int:
    return NUM_COURSE + NUM_PER_PULSE * num_pulses + covariate


@index_kernel
def first_cut(problem: SeverityProblem) -> int:
    """Index of the first cutpoint; the logs of the gaps to the next ones follow it."""
    return problem.prior_mean.size - (problem.num_grades - 1)


def cut_parameters(below: Floats) -> Floats:
    """Return the cutpoints that leave such shares below them, ascending, as parameters."""
    cuts = np.log(below / (1.0 - below))
    return np.concatenate([cuts[:1], np.log(np.diff(cuts))])
