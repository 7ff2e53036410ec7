"""What becomes of the estimates when one part of the model is taken away.

A part is taken away by a prior that leaves it no room, or by telling the engine less.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from surcease.analysis.fitted import days_between_known, diary_arrays
from surcease.diary import Diary, civil_days
from surcease.effects.arrays import Arrays, build_arrays
from surcease.effects.given import given_treatments
from surcease.inference.parameters import (
    LOG_KAPPA,
    LOG_LEAVE,
    LOG_PHI,
    LOG_SIGMA,
    LOGIT_M0,
    LOGIT_M1,
    pulse_log_half,
    pulse_log_sharpness,
)
from surcease.inference.problem import UNKNOWN, Problem

HELD_SD = 0.02
"""Prior standard deviation of a parameter that is not free."""

STILL, ENDLESS, REGULAR = -5.0, -12.0, 6.0
"""Log volatility, log rate of leaving a bout, and log size of counts, without that part."""


@dataclass(frozen=True, slots=True)
class Ablation:
    """A part of the model, the cells in which it should matter, and the arrays without it."""

    part: str
    cells: tuple[str, ...]
    without: Callable[[Diary], Arrays]


def whole_days(diary: Diary) -> Arrays:
    return build_arrays(days_between_known(civil_days(diary)), given_treatments(diary))


def unknown_as_quiet(diary: Diary) -> Arrays:
    arrays = diary_arrays(diary)
    problem = arrays.problem
    unknown_days = int(np.sum(~arrays.known_days))
    filled = problem._replace(
        counts=np.where(problem.counts == UNKNOWN, 0, problem.counts),
        quiet_days=problem.quiet_days + unknown_days,
    )
    return replace(arrays, problem=filled)


def held(parameter: int, value: float) -> Callable[[Diary], Arrays]:
    """Return how to make arrays with one parameter of the course held at a value."""

    def without(diary: Diary) -> Arrays:
        arrays = diary_arrays(diary)
        return replace(arrays, problem=hold(arrays.problem, {parameter: value}))

    return without


def missing_by_chance(diary: Diary) -> Arrays:
    """Make arrays in which a day is unknown as often with attacks as without: it tells nothing."""
    arrays = diary_arrays(diary)
    alike = {LOGIT_M0: 0.0, LOGIT_M1: 0.0}
    return replace(arrays, problem=hold(arrays.problem, alike))


def published_wear_off(diary: Diary) -> Arrays:
    arrays = diary_arrays(diary)
    columns = [
        column(pulse)
        for pulse in range(len(arrays.pulses))
        for column in (pulse_log_half, pulse_log_sharpness)
    ]
    centres = {each: float(arrays.problem.prior_mean[each]) for each in columns}
    return replace(arrays, problem=hold(arrays.problem, centres))


def hold(problem: Problem, values: dict[int, float]) -> Problem:
    mean, sd = problem.prior_mean.copy(), problem.prior_sd.copy()
    for parameter, value in values.items():
        mean[parameter], sd[parameter] = value, HELD_SD
    return problem._replace(prior_mean=mean, prior_sd=sd)


ABLATIONS = (
    Ablation(
        "a rate that wanders within a bout",
        ("chronic_by_indication", "null_infusion", "wild_course"),
        held(LOG_SIGMA, STILL),
    ),
    Ablation(
        "a pull back to the bout's mean",
        ("null_infusion",),
        held(LOG_KAPPA, ENDLESS),
    ),
    Ablation("remission", ("episodic", "verapamil_in_bouts"), held(LOG_LEAVE, ENDLESS)),
    Ablation("counts that scatter", ("clumped",), held(LOG_PHI, REGULAR)),
    Ablation(
        "quiet days are missing more often than days with attacks",
        ("half_quiet_days_missing", "attacks_only"),
        missing_by_chance,
    ),
    Ablation("a day cut at a dose", ("null_same_day",), whole_days),
    Ablation("a wear-off that is learned", ("shorter",), published_wear_off),
    Ablation("an unknown day may have had attacks", ("bad_days_lost",), unknown_as_quiet),
)
