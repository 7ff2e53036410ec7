"""The model in which a larger dose may do more.

In the analysis every dose of a treatment does the same. Here a dose of amount a does
(a / largest)^gamma of what the largest one does, or, where gamma is negative, (a / smallest)^gamma
of what the smallest one does, as a factor on its g. At gamma 0 the amount does not matter, at 1 the
log rate ratio is in proportion to it. The wear-off is shared, and doses saturate as before.

Draws from a fit at one gamma, each with another gamma near by, are weighed by how likely they make
the diary (importance sampling, Pareto-smoothed; Vehtari et al. 2024). So that they stay likely, the
effect of a draw changes with its gamma until the average dose does what it did.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.special import ndtri, softmax

from surcease.effects.arrays import starting_points
from surcease.effects.estimate import Floats
from surcease.inference.density import log_density
from surcease.inference.importance import MAX_PARETO_K, effective_draws
from surcease.inference.parameters import pulse_beta
from surcease.inference.pareto_smoothing import smooth_weights
from surcease.inference.paths import systematic_resample
from surcease.inference.posterior import FEWEST_DRAWS, Posterior, fit
from surcease.inference.problem import Problem

ROUGH_DRAWS = 200
NUM_DRAWS = 800

GAMMA_SD = 0.7
"""Prior standard deviation of gamma, centred on 0: twice the amount does, with 95% probability,
between 0.4 and 2.6 times as much on the log scale."""

FAR = GAMMA_SD / 2.0
"""A gamma beyond this is too far from 0 for draws of the analysis: the model is fitted again."""


class Amounts(NamedTuple):
    """The amounts of one pulse's triples in the problem, (num_triples,)."""

    pulse: int
    of_triple: Floats

    def shares(self, gamma: float) -> Floats:
        return share_of_strongest(self.of_triple, gamma, self.of_triple.min(), self.of_triple.max())

    def applied(self, problem: Problem, gamma: float) -> Problem:
        """Return the problem in which each dose does its share."""
        own = slice(*problem.pulses.first[self.pulse : self.pulse + 2])
        rise = problem.pulses.rise.copy()
        rise[own] *= self.shares(gamma)
        return problem._replace(pulses=problem.pulses._replace(rise=rise))


class AmountDraws(NamedTuple):
    """Weighted draws.

    Attributes
    ----------
    beta : (num_draws,)
        Log rate ratio of the dose that does most, at full exposure.
    gamma, weight : (num_draws,)
    reliable : bool
        Whether the weighing can be trusted.
    """

    beta: Floats
    gamma: Floats
    weight: Floats
    reliable: bool


def share_of_strongest(amounts: Floats, gamma: float, smallest: float, largest: float) -> Floats:
    """Return what doses do, as a share of the one that does most, for amounts in that range."""
    strongest = largest if gamma >= 0.0 else smallest
    return np.asarray((amounts / strongest) ** gamma)


def draw_amount_model(
    rng: Generator, problem: Problem, posterior: Posterior, amounts: Amounts
) -> AmountDraws:
    """Draw from the model in which the amounts of one pulse matter, given a fit without that."""
    rough = weigh(rng, problem, posterior, amounts, near=0.0, num_draws=ROUGH_DRAWS)
    near = float(rough.weight @ rough.gamma)
    if abs(near) <= FAR:
        return weigh(rng, problem, posterior, amounts, near=0.0, num_draws=NUM_DRAWS)
    again = fit(rng, amounts.applied(problem, near), starting_points(problem))
    return weigh(rng, problem, again, amounts, near=near, num_draws=NUM_DRAWS)


def weigh(
    rng: Generator,
    problem: Problem,
    posterior: Posterior,
    amounts: Amounts,
    *,
    near: float,
    num_draws: int,
) -> AmountDraws:
    """Draw gamma evenly from a law as wide as its prior around that of the posterior, and weigh."""
    column = pulse_beta(amounts.pulse)
    z = rng.permutation(ndtri((np.arange(num_draws) + 0.5) / num_draws))
    gamma = near + GAMMA_SD * z
    beta, log_ratio = np.empty(num_draws), (z**2 - (gamma / GAMMA_SD) ** 2) / 2.0
    fitted, before = amounts.applied(problem, near), amounts.shares(near).mean()
    for row, draw in enumerate(systematic_resample(rng, posterior.weight, num_draws)):
        theta = posterior.theta[draw].copy()
        log_ratio[row] -= log_density(theta, fitted)
        change = before / amounts.shares(gamma[row]).mean()
        theta[column] *= change
        log_ratio[row] += log_density(theta, amounts.applied(problem, gamma[row])) + np.log(change)
        beta[row] = theta[column]
    smoothed = smooth_weights(log_ratio)
    weight = softmax(smoothed.log_weight)
    settled = smoothed.pareto_k <= MAX_PARETO_K and effective_draws(weight) >= FEWEST_DRAWS
    return AmountDraws(beta, gamma, weight, settled and posterior.reliable)
