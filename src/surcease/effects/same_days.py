"""The same days at another attack rate.

The attacks of a slot are a Poisson number around its rate times its luck, a gamma factor of mean
one: together the negative binomial number of the model. What made a day better or worse than its
rate would have done so at another rate, too. So a day keeps its luck, and

- at a higher rate it has further attacks, a Poisson number around the difference;
- at a lower rate each of its attacks stays away with the probability of the fall.
"""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from surcease.effects.estimate import LEVEL, Estimate, Floats
from surcease.inference.problem import Ints

LEAST_A_DAY = 1e-9
MOST_A_DAY = 1e4
"""Rates beyond these are no person's; draws of an effect of which nothing is known reach them."""


def within_reason(rate: Floats) -> Floats:
    return np.clip(rate, LEAST_A_DAY, MOST_A_DAY)


def change_in_attacks(
    rng: Generator, attacks: Ints, rate: Floats, log_ratio: Floats, luck: Floats
) -> Ints:
    """Draw how many more attacks the same slots have at another rate, summed over the last axis.

    All are (..., num_slots): the attacks that happened, the rate they happened at (attacks in the
    slot before its luck, within reason), the log of the other rate over that one.
    """
    other_rate = np.exp(np.minimum(np.log(rate) + log_ratio, np.log(MOST_A_DAY)))
    gain = luck * np.maximum(other_rate - rate, 0.0)
    fall = 1.0 - np.minimum(other_rate / rate, 1.0)
    further = rng.poisson(gain.sum(axis=-1))
    stayed_away = rng.binomial(attacks, fall).sum(axis=-1)
    return np.asarray(further - stayed_away, dtype=np.int64)


def count_attacks(drawn: Ints) -> Estimate:
    """Summarise equally likely numbers of attacks, of any shape, in whole attacks."""
    tail = (1.0 - LEVEL) / 2.0
    low, median, high = np.quantile(drawn, [tail, 0.5, 1.0 - tail], method="nearest")
    return Estimate(float(median), float(low), float(high))
