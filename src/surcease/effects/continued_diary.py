"""A diary that goes on beyond its last day, drawn from the posterior by the model itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
from numpy.random import Generator
from scipy.special import expit

from surcease.diary import Day, DayState
from surcease.effects.acting_ahead import regimen_ahead
from surcease.effects.arrays import Arrays
from surcease.effects.contribution import contribution, treatment_keys
from surcease.effects.estimate import Floats
from surcease.effects.examined import Examined
from surcease.effects.forecast import live_on
from surcease.effects.given import Given
from surcease.effects.moved_doses import moved_dose
from surcease.inference.parameters import LOGIT_M0, LOGIT_M1
from surcease.inference.paths import Paths
from surcease.inference.problem import UNKNOWN, Ints, Problem


def continue_diary(
    examined: Examined, more_doses: Mapping[str, Sequence[int]], num_days: int
) -> Arrays:
    """Return the diary with unknown days added, and doses on some of them.

    `more_doses` gives days after the last one (1 is the next) by treatment; the doses are like the
    latest one. Daily amounts go on as on the last day.
    """
    last_on = examined.arrays.days[-1].on
    given = {each.key: each for each in examined.treatments}
    longer = examined.with_given(
        *(given_again(given[key], days, examined) for key, days in more_doses.items()),
        more_days=[
            Day(last_on + timedelta(days=ahead), DayState.UNKNOWN, None, 0, 1.0)
            for ahead in range(1, num_days + 1)
        ],
    )
    regimens = longer.problem.regimens.copy()
    for row, regimen in enumerate(examined.arrays.regimens):
        regimens[row, -num_days:] = regimen_ahead(regimen, last_on, num_days)
    return replace(longer, problem=longer.problem._replace(regimens=regimens))


def given_again(given: Given, days_ahead: Sequence[int], examined: Examined) -> Given:
    """Return a treatment with doses like its latest one on days after the last one."""
    latest = given.doses[-1]
    since = (examined.arrays.days[-1].on - latest.given_at.on).days
    more = tuple(moved_dose(latest, since + ahead) for ahead in days_ahead)
    return replace(given, doses=(*given.doses, *more), times=given.times + len(more))


def written_futures(
    rng: Generator, examined: Examined, longer: Arrays, paths: Paths
) -> list[Problem]:
    """Draw what is written down on the days that were added; return the problem of each path."""
    num_days = len(longer.days) - len(examined.arrays.days)
    theta = examined.posterior.theta[paths.draw]
    x = log_ratio_ahead(longer, theta, num_days)
    attacks = live_on(rng, longer.problem.levels, theta, paths, x).attacks[:, 0]
    unwritten = expit(np.where(attacks > 0, theta[:, LOGIT_M1, None], theta[:, LOGIT_M0, None]))
    counts = np.where(rng.random(attacks.shape) < unwritten, UNKNOWN, attacks)
    return [with_counts(longer.problem, each) for each in counts]


def log_ratio_ahead(longer: Arrays, theta: Floats, num_days: int) -> Floats:
    """Return the log rate ratio of all treatments on the last days, (num_draws, num_days)."""
    ahead = np.zeros((theta.shape[0], num_days))
    for index in range(len(treatment_keys(longer))):
        ahead += contribution(longer.problem, theta, index)[:, -num_days:]
    return ahead


def with_counts(problem: Problem, ahead: Ints) -> Problem:
    """Return the problem with the counts of its last days filled in."""
    return problem._replace(
        counts=np.concatenate([problem.counts[: -ahead.size], ahead]),
        quiet_days=problem.quiet_days + int((ahead == 0).sum()),
        busy_days=problem.busy_days + int((ahead > 0).sum()),
    )
