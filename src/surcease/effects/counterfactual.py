"""How many attacks each treatment has prevented, or: what if it had not been given.

In each drawn course one treatment is taken away and all else stays: the bouts and their levels, the
other treatments and when they were given, the luck of each day (abduction, action, prediction;
Pearl 2009, 7.1). The number is of attacks, not of expected ones: chance would have had a part in
the days that never were.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.special import expit

from surcease.effects.arrays import Arrays
from surcease.effects.contribution import contribution, treatment_keys
from surcease.effects.estimate import Estimate, Floats
from surcease.effects.same_days import change_in_attacks, count_attacks, within_reason
from surcease.inference.parameters import LOG_PHI, LOGIT_M0, LOGIT_M1
from surcease.inference.paths import Paths
from surcease.inference.posterior import Posterior
from surcease.inference.problem import UNKNOWN, Bools, Ints, Problem


@dataclass(frozen=True, slots=True)
class Prevented:
    """Attacks that one treatment has prevented; below zero, attacks that it brought.

    Attributes
    ----------
    known_days
        On the days whose attacks are known.
    all_days
        From the first known day to the last, the unknown ones between them included.
    """

    known_days: Estimate
    all_days: Estimate


class Lived(NamedTuple):
    """The days as they were, each (num_paths, num_slots).

    Attributes
    ----------
    attacks
        As recorded, drawn where unknown.
    rate
        Expected attacks of the slot before its luck.
    luck
        Factor of mean one, drawn given the attacks where these are known.
    """

    attacks: Ints
    rate: Floats
    luck: Floats

    def at(self, slots: Bools) -> Lived:
        return Lived(self.attacks[:, slots], self.rate[:, slots], self.luck[:, slots])


def attacks_prevented(
    rng: Generator, arrays: Arrays, posterior: Posterior, paths: Paths
) -> dict[str, Prevented]:
    """Return what each treatment of the problem has prevented, by key.

    Where the verdict is "cannot tell" the answer is hardly more than the prior.
    """
    problem, theta = arrays.problem, posterior.theta[paths.draw]
    lived = live_again(rng, problem, theta, paths)
    found = {}
    for index, key in enumerate(treatment_keys(arrays)):
        log_ratio = np.where(paths.state > 0, contribution(problem, theta, index), 0.0)
        found[key] = prevented(rng, problem, lived, log_ratio)
    return found


def live_again(rng: Generator, problem: Problem, theta: Floats, paths: Paths) -> Lived:
    known = problem.counts != UNKNOWN
    rate = within_reason(paths.rate * problem.length)
    phi = np.exp(theta[:, LOG_PHI, None])
    luck = np.empty_like(rate)
    luck[:, known] = rng.standard_gamma(phi + problem.counts[known]) / (phi + rate[:, known])
    luck[:, ~known] = unwritten_luck(rate[:, ~known], phi, theta)
    attacks = np.tile(problem.counts, (rate.shape[0], 1))
    attacks[:, ~known] = rng.poisson(rate[:, ~known] * luck[:, ~known])
    return Lived(attacks, rate, luck)


def unwritten_luck(rate: Floats, phi: Floats, theta: Floats) -> Floats:
    """Return the mean luck of slots of which only is known that nothing was written.

    Where days with attacks are written down more often, an unwritten day was a lucky one.
    """
    m0, m1 = expit(theta[:, LOGIT_M0, None]), expit(theta[:, LOGIT_M1, None])
    quiet = np.exp(-phi * np.log1p(rate / phi))
    quiet_luck = quiet * phi / (phi + rate)
    unwritten = m0 * quiet + m1 * (1.0 - quiet)
    return np.asarray((m0 * quiet_luck + m1 * (1.0 - quiet_luck)) / unwritten)


def prevented(rng: Generator, problem: Problem, lived: Lived, log_ratio: Floats) -> Prevented:
    """Return what a treatment prevented by its log rate ratio, (num_paths, num_slots)."""

    def more_without(slots: Bools) -> Ints:
        attacks, rate, luck = lived.at(slots)
        return change_in_attacks(rng, attacks, rate, -log_ratio[:, slots], luck)

    known = problem.counts != UNKNOWN
    on_known = more_without(known)
    return Prevented(count_attacks(on_known), count_attacks(on_known + more_without(~known)))
