"""The attacks of the days to come, with and without one more dose.

Each drawn course goes on from its state on the last day, several times. With one more dose the same
days are lived again at the rate that it brings; what it prevents is the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from surcease.effects.acting_ahead import acting_ahead, next_dose
from surcease.effects.arrays import Arrays
from surcease.effects.estimate import Estimate, Floats
from surcease.effects.same_days import change_in_attacks, count_attacks, within_reason
from surcease.inference.forecast import continue_courses
from surcease.inference.parameters import LOG_PHI, MU, pulse_beta
from surcease.inference.paths import Paths, attack_rate
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Bools, Ints

DAYS_AHEAD = 30
FUTURES_OF_A_PATH = 10


@dataclass(frozen=True, slots=True)
class WithNextDose:
    """What one more dose on the first day to come would change.

    Attributes
    ----------
    attacks
        Of all the days to come, with the dose.
    prevented
        How many fewer these are than without it; below zero, how many more.
    """

    attacks: Estimate
    prevented: Estimate


@dataclass(frozen=True, slots=True)
class Forecast:
    """Attacks from one date to another, both included; intervals are for the number itself.

    Attributes
    ----------
    attacks
        If no further dose of anything that acts in pulses is given.
    with_next_dose
        If one treatment is given once more, on `from_on`; by key.
    """

    from_on: date
    to_on: date
    attacks: Estimate
    with_next_dose: dict[str, WithNextDose]


class Futures(NamedTuple):
    """Courses gone on, each (num_paths, futures of a path, num_days).

    Attributes
    ----------
    in_bout
    rate
        Expected attacks of the day before its luck.
    luck
        Gamma factor of mean one.
    attacks
    """

    in_bout: Bools
    rate: Floats
    luck: Floats
    attacks: Ints


def forecast(
    rng: Generator, arrays: Arrays, posterior: Posterior, paths: Paths, num_days: int = DAYS_AHEAD
) -> Forecast:
    """Return the attacks of the days after the last known one.

    Where a treatment's verdict is "cannot tell", what its next dose changes is hardly more than
    the prior.
    """
    theta = posterior.theta[paths.draw]
    acting = acting_ahead(arrays, theta, num_days)
    futures = live_on(rng, arrays.problem.levels, theta, paths, acting.x)
    total = futures.attacks.sum(axis=-1)
    with_next_dose = {}
    for index, pulse in enumerate(arrays.pulses):
        added = (1.0 - acting.exposures[index]) * next_dose(pulse, index, theta, num_days)
        change = with_added_effect(rng, futures, theta[:, pulse_beta(index), None] * added)
        with_next_dose[pulse.given.key] = WithNextDose(
            count_attacks(total + change), count_attacks(-change)
        )
    from_on = arrays.days[-1].on + timedelta(days=1)
    to_on = arrays.days[-1].on + timedelta(days=num_days)
    return Forecast(from_on, to_on, count_attacks(total), with_next_dose)


def live_on(rng: Generator, levels: Floats, theta: Floats, paths: Paths, x: Floats) -> Futures:
    """Draw futures under a log rate ratio of all treatments, (num_paths, num_days)."""
    num_days = x.shape[1]
    last = paths.state[:, -1]
    state = continue_courses(rng, levels, theta, last, num_days, FUTURES_OF_A_PATH)
    rate = attack_rate(levels, state, (x + theta[:, MU, None])[:, None, :])
    rate = within_reason(rate)
    phi = np.exp(theta[:, LOG_PHI])[:, None, None]
    luck = rng.standard_gamma(phi, rate.shape) / phi
    return Futures(state > 0, rate, luck, rng.poisson(rate * luck))


def with_added_effect(rng: Generator, futures: Futures, log_ratio: Floats) -> Ints:
    """Return how many more attacks each future has with a further effect, in bouts only."""
    in_bout, rate, luck, attacks = futures
    return change_in_attacks(
        rng, attacks, rate, np.where(in_bout, log_ratio[:, None, :], 0.0), luck
    )
