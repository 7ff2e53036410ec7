"""From a diary to the arrays that the engine reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from surcease.diary import Day
from surcease.effects.estimate import Floats
from surcease.effects.exposed import (
    ExposedPulse,
    ExposedTreatment,
    expose_daily,
    expose_pulse,
    join_pulses,
)
from surcease.effects.given import Given
from surcease.effects.priors import course_priors, prior_vectors, rate_levels
from surcease.formulary import Action
from surcease.inference.parameters import MU, parameter_names, pulse_beta, regimen_beta
from surcease.inference.problem import UNKNOWN, Problem

HOPEFUL_START = -0.7
"""A second search starts where every treatment halves the attacks, in case that is another mode."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """A diary as the engine's problem, with what each position in it means.

    Attributes
    ----------
    days
        The civil days, one for each position of the problem's arrays.
    pulses, regimens
        Treatments in the order of the problem.
    """

    days: tuple[Day, ...]
    pulses: tuple[ExposedPulse, ...]
    regimens: tuple[ExposedTreatment, ...]
    problem: Problem

    @property
    def parameter_names(self) -> tuple[str, ...]:
        return parameter_names(
            tuple(each.given.key for each in self.pulses),
            tuple(each.given.key for each in self.regimens),
        )


def build_arrays(days: Sequence[Day], treatments: Sequence[Given]) -> Arrays:
    """Return the engine's problem for at least one day."""
    first_on, num_days = days[0].on, len(days)
    pulses = tuple(
        expose_pulse(each, first_on, num_days) for each in treatments if each.action is Action.PULSE
    )
    regimens = tuple(
        expose_daily(each, first_on, num_days) for each in treatments if each.action is Action.DAILY
    )
    prior_mean, prior_sd = prior_vectors(pulses, regimens)
    problem = Problem(
        counts=np.array([UNKNOWN if d.attacks is None else d.attacks for d in days], np.int64),
        day_length=np.array([d.exposure_days for d in days], np.float64),
        pulses=join_pulses(pulses),
        regimens=np.array([each.exposure for each in regimens]).reshape(len(regimens), num_days),
        levels=rate_levels(),
        prior_mean=prior_mean,
        prior_sd=prior_sd,
    )
    return Arrays(tuple(days), pulses, regimens, problem)


def starting_points(problem: Problem) -> list[Floats]:
    """Return where to search for modes: no effect of anything, and a good effect of everything."""
    plain = problem.prior_mean.copy()
    busy = problem.counts[problem.counts > 0]
    if busy.size:
        course = course_priors()
        seen = np.log(busy.mean())
        plain[MU] = np.clip(seen, *(course.mean[MU] + np.array([-2.0, 2.0]) * course.sd[MU]))
    num_pulses = problem.pulses.first.size - 1
    num_regimens = problem.regimens.shape[0]
    betas = [pulse_beta(each) for each in range(num_pulses)]
    betas += [regimen_beta(num_pulses, each) for each in range(num_regimens)]
    if not betas:
        return [plain]
    hopeful = plain.copy()
    hopeful[betas] = HOPEFUL_START
    return [plain, hopeful]
