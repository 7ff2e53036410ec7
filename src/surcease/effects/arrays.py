"""From a diary to the arrays that the engine reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from surcease.diary import Attack, Day, DayState, DiaryError
from surcease.effects import reasons
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
from surcease.effects.slots import HoursByDay, Slots, cut_days, onset_hours
from surcease.formulary import Action
from surcease.inference.parameters import MU, beta_columns, parameter_names
from surcease.inference.problem import Bools, Ints, Problem

MOST_REFERENCES = 100.0
"""More than this many times the reference amount is a slip of the keyboard or of the unit."""

HOPEFUL_START = -0.7
"""A second search starts where every treatment halves the attacks, in case that is another mode."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """A diary as the engine's problem, with what each position in it means.

    Attributes
    ----------
    days
        The civil days.
    slots
        What each slot of the problem's arrays is.
    onsets
        The hours at which attacks began, by civil day.
    pulses, regimens
        Treatments in the order of the problem.
    left_out
        Reason codes of treatments whose amounts make no sense together, by key.
    """

    days: tuple[Day, ...]
    slots: Slots
    onsets: HoursByDay
    pulses: tuple[ExposedPulse, ...]
    regimens: tuple[ExposedTreatment, ...]
    problem: Problem
    left_out: dict[str, str]

    @property
    def parameter_names(self) -> tuple[str, ...]:
        return parameter_names(
            tuple(each.given.key for each in self.pulses),
            tuple(each.given.key for each in self.regimens),
        )

    @property
    def known_days(self) -> Bools:
        """Return which days are known, (num_days,)."""
        return np.array([day.attacks is not None for day in self.days])

    def in_bout(self, state: Ints) -> Floats:
        """Return the share of courses in a bout on each day, from states (num_paths, num_slots)."""
        return np.asarray((state[:, self.problem.opens_day] > 0).mean(axis=0))

    def by_day(self, rates: Floats) -> Floats:
        """Return the mean over each day of rates of its slots, (..., num_slots)."""
        first = np.flatnonzero(self.problem.opens_day)
        total = np.add.reduceat(rates * self.problem.length, first, axis=-1)
        return np.asarray(total / np.add.reduceat(self.problem.length, first))


def build_arrays(
    days: Sequence[Day], treatments: Sequence[Given], attacks: Iterable[Attack] = ()
) -> Arrays:
    """Return the engine's problem for at least one day.

    Without the attacks' times no day is cut at a dose.
    """
    return arrange(days, treatments, onset_hours(attacks))


def arrange(days: Sequence[Day], treatments: Sequence[Given], onsets: HoursByDay) -> Arrays:
    """Return the same from the hours at which attacks began, by civil day."""
    first_on = days[0].on
    slots = cut_days(days, onsets, treatments)
    pulses = tuple(
        expose_pulse(each, first_on, slots) for each in treatments if each.action is Action.PULSE
    )
    daily = [each for each in treatments if each.action is Action.DAILY]
    regimens, left_out = expose_all_daily(daily, first_on, len(days))
    prior_mean, prior_sd = prior_vectors(pulses, regimens)
    exposures = np.array([each.exposure for each in regimens]).reshape(len(regimens), len(days))
    problem = Problem(
        counts=slots.counts,
        length=slots.length,
        opens_day=slots.opens_day,
        quiet_days=sum(day.state is DayState.NONE for day in days),
        busy_days=sum(day.state is DayState.ATTACKS for day in days),
        pulses=join_pulses(pulses),
        regimens=np.ascontiguousarray(exposures[:, slots.day]),
        levels=rate_levels(),
        prior_mean=prior_mean,
        prior_sd=prior_sd,
    )
    return Arrays(tuple(days), slots, onsets, pulses, regimens, problem, left_out)


def expose_all_daily(
    treatments: Sequence[Given], first_on: date, num_days: int
) -> tuple[tuple[ExposedTreatment, ...], dict[str, str]]:
    """Return the exposures that make sense, and the reasons why others were left out, by key."""
    exposed, left_out = [], {}
    for given in treatments:
        try:
            each = expose_daily(given, first_on, num_days)
        except DiaryError:
            left_out[given.key] = reasons.UNIT_NOT_CONVERTED
            continue
        if each.exposure.max(initial=0.0) > MOST_REFERENCES:
            left_out[given.key] = reasons.AMOUNT_IMPLAUSIBLE
        else:
            exposed.append(each)
    return tuple(exposed), left_out


def starting_points(problem: Problem) -> list[Floats]:
    """Return where to search for modes: no effect of anything, and a good effect of everything."""
    plain = problem.prior_mean.copy()
    busy = problem.counts[problem.counts > 0]
    if busy.size:
        course = course_priors()
        seen = np.log(busy.mean())
        plain[MU] = np.clip(seen, *(course.mean[MU] + np.array([-2.0, 2.0]) * course.sd[MU]))
    betas = beta_columns(problem.pulses.first.size - 1, problem.regimens.shape[0])
    if not betas:
        return [plain]
    hopeful = plain.copy()
    hopeful[betas] = HOPEFUL_START
    return [plain, hopeful]
