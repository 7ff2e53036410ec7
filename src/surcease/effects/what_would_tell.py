"""What would tell? How much further doses or days would narrow an effect that is not clear.

The diary goes on from draws of the posterior, by the model itself, and each future is read in turn
(preposterior analysis; Raiffa and Schlaifer 1961). It says what would be informative, and nothing
of what should be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.special import softmax

from surcease.effects.arrays import Arrays
from surcease.effects.continuations import Continuation, Plan, plans
from surcease.effects.continued_diary import (
    continue_diary,
    log_ratio_ahead,
    written_futures,
)
from surcease.effects.contribution import treatment_keys
from surcease.effects.effect import Verdict
from surcease.effects.estimate import Floats, equal_weights, weighted_sd
from surcease.effects.examined import Examined
from surcease.effects.refit import Normal, normal_of, refit
from surcease.effects.treatment_effects import gather_evidence
from surcease.effects.verdict import judge
from surcease.inference.days_ahead import LastDay, last_day, log_likelihood_ahead
from surcease.inference.importance import MAX_PARETO_K, effective_draws
from surcease.inference.parameters import beta_columns
from surcease.inference.pareto_smoothing import smooth_weights
from surcease.inference.paths import Paths, systematic_resample
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Problem

NUM_FUTURES = 24
NUM_DRAWS = 400


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be expected of one continuation, if the effect is as the posterior says.

    Attributes
    ----------
    width
        Expected width of the interval of the log rate ratio, as a share of its width now.
    chance
        Probability that the verdict will be suggestive or strong.
    width_error, chance_error
        Monte Carlo standard errors.
    """

    continuation: Continuation
    width: float
    width_error: float
    chance: float
    chance_error: float


@dataclass(frozen=True, slots=True)
class WhatWouldTell:
    """Continuations of a diary that bear on one treatment, the shortest of each kind first."""

    treatment: str
    name: str
    outlooks: tuple[Outlook, ...]


class Present(NamedTuple):
    """What is known now.

    Attributes
    ----------
    theta : (num_draws, num_parameters)
        Equally weighted draws of the posterior.
    last
        Where the course stands, for each of them.
    normal
        The posterior as a normal one.
    paths
        Courses that futures begin from.
    """

    examined: Examined
    theta: Floats
    last: LastDay
    normal: Normal
    paths: Paths


def what_would_tell(
    rng: Generator, examined: Examined, treatment: str, num_futures: int = NUM_FUTURES
) -> WhatWouldTell:
    """Simulate how a diary could go on, and say what that would do to the effect of a treatment.

    Meant for verdicts of "unclear" and "cannot tell". Raises ValueError for a treatment that is not
    in the model.
    """
    target = treatment_keys(examined.arrays).index(treatment)
    present = present_of(rng, examined, num_futures)
    outlooks = [outlook(rng, present, target, plan) for plan in plans(examined, treatment)]
    return WhatWouldTell(treatment, name_of(examined, treatment), tuple(outlooks))


def name_of(examined: Examined, treatment: str) -> str:
    return next(each.name for each in examined.treatments if each.key == treatment)


def present_of(rng: Generator, examined: Examined, num_futures: int) -> Present:
    problem, posterior, paths = examined.arrays.problem, examined.posterior, examined.paths
    theta = posterior.theta[systematic_resample(rng, posterior.weight, NUM_DRAWS)]
    chosen = rng.choice(paths.draw.size, num_futures, replace=paths.draw.size < num_futures)
    return Present(
        examined,
        theta,
        last_day(theta, problem),
        normal_of(problem, posterior),
        Paths(paths.draw[chosen], paths.state[chosen], paths.rate[chosen]),
    )


def outlook(rng: Generator, present: Present, target: int, plan: Plan) -> Outlook:
    """Read every future of one continuation."""
    longer = continue_diary(present.examined, plan.doses, plan.continuation.days)
    x = log_ratio_ahead(longer, present.theta, plan.continuation.days)
    column = beta_columns(len(longer.pulses), len(longer.regimens))[target]
    sd_now = present.theta[:, column].std()
    width, tells = [], []
    for problem in written_futures(rng, present.examined, longer, present.paths):
        posterior = read_on(rng, present, problem, x)
        width.append(weighted_sd(posterior.theta[:, column], posterior.weight) / sd_now)
        tells.append(is_told(replace(longer, problem=problem), posterior, target))
    return Outlook(
        continuation=plan.continuation,
        width=float(np.mean(width)),
        width_error=standard_error(width),
        chance=float(np.mean(tells)),
        chance_error=standard_error(tells),
    )


def read_on(rng: Generator, present: Present, problem: Problem, x: Floats) -> Posterior:
    """Return the posterior after further days, whose log rate ratio is (num_draws, num_days).

    Where the draws there are become too uneven, it is the Laplace approximation: so much has been
    learned then that it is a good one.
    """
    ahead = problem.counts[-x.shape[1] :]
    read = smooth_weights(log_likelihood_ahead(present.last, ahead, x, problem.levels))
    if read.pareto_k <= MAX_PARETO_K:
        return as_posterior(present.theta, softmax(read.log_weight))
    around = refit(problem, present.normal)
    return as_posterior(around.draw(rng, NUM_DRAWS), equal_weights(NUM_DRAWS))


def as_posterior(theta: Floats, weight: Floats) -> Posterior:
    ess = effective_draws(weight)
    return Posterior(theta, weight, "reweighted", nan, ess, nan, reliable=True)


def is_told(arrays: Arrays, posterior: Posterior, target: int) -> bool:
    """Tell whether a treatment's verdict is suggestive or strong."""
    verdict, _ = judge(gather_evidence(arrays, posterior)[target])
    return verdict in {Verdict.SUGGESTIVE, Verdict.STRONG}


def standard_error(values: Sequence[float]) -> float:
    return float(np.std(values) / np.sqrt(len(values)))
