"""Treatments that can change the attack rate, as exposure over the days of an analysis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from surcease.effects.daily_amounts import OWN_UNIT, missing_amounts, own_unit, total_by_day
from surcease.effects.estimate import Floats
from surcease.effects.given import Given
from surcease.effects.prior_facts import prior_value
from surcease.effects.slots import HOURS, Slots, hour_of
from surcease.inference.problem import Ints, Pulses, make_pulses

FEWEST_DAYS = 30.0
"""A dose is held to act for no less, however short its published duration."""

HORIZON_HALVES = 20.0
"""A dose is followed for this many times its published duration: four times the longest that the
prior holds likely. With six, the rest of an effect that lasts three times as long as published was
taken for the natural course, and its interval missed the truth one time in ten."""

LASTING_HALVES = 6.0
"""After so many times its published duration little is left of a dose that acts as published."""


@dataclass(frozen=True, slots=True)
class ExposedTreatment:
    """A treatment taken daily.

    Attributes
    ----------
    amounts
        Daily amount on each day of the analysis, in `unit`.
    exposure
        That over the reference amount, smoothed by the lag.
    """

    given: Given
    amounts: Floats
    exposure: Floats
    reference: float
    unit: str
    notes: tuple[str, ...] = ()

    @property
    def usual_amount(self) -> float:
        """Return the amount taken on most days; the reference amount if none was taken."""
        amounts, days = np.unique(self.amounts[self.amounts > 0.0], return_counts=True)
        return float(amounts[days.argmax()]) if amounts.size else self.reference


@dataclass(frozen=True, slots=True)
class ExposedPulse:
    """A treatment whose doses act for a while.

    Attributes
    ----------
    slot, log_u, rise
        (dose, slot) pairs as in `inference.problem.Pulses`.
    """

    given: Given
    onset_days: float
    half_prior_days: float
    slot: Ints
    log_u: Floats
    rise: Floats


def expose_pulse(given: Given, first_on: date, slots: Slots) -> ExposedPulse:
    """Follow each dose over the slots, the first of which begins on `first_on`."""
    last_on = first_on + timedelta(days=int(slots.day[-1]))
    onset, _ = prior_value(given.known, "onset_prior", last_on)
    half, _ = prior_value(given.known, "duration_prior", last_on)
    horizon = horizon_days(half)
    pairs = [follow(moment, slots, horizon) for moment in dose_moments(given, first_on)]
    slot = np.concatenate([np.empty(0, dtype=np.int64), *(pair[0] for pair in pairs)])
    u = np.concatenate([np.empty(0), *(pair[1] for pair in pairs)])
    share = np.concatenate([np.empty(0), *(pair[2] for pair in pairs)])
    rise = share * -np.expm1(-u / onset)
    return ExposedPulse(given, onset, half, slot, np.log(u), rise)


def horizon_days(half_prior_days: float) -> float:
    """Return for how long a dose is followed, however it fades."""
    return _times_published(HORIZON_HALVES, half_prior_days)


def lasting_days(half_prior_days: float) -> float:
    """Return for how long a dose that acts as published leaves something to speak of."""
    return _times_published(LASTING_HALVES, half_prior_days)


def _times_published(halves: float, half_prior_days: float) -> float:
    return max(FEWEST_DAYS, halves * half_prior_days)


def dose_moments(given: Given, first_on: date) -> list[float]:
    """Return when doses were given, one entry a session, in order of time.

    They are in days of the wall clock since the first day began. Days are taken as 24 hours, which
    is an hour off at most.
    """
    sessions = {dose.given_at.at: dose.given_at for dose in given.doses}
    return [
        (sessions[at].on - first_on).days + hour_of(sessions[at].local) / HOURS
        for at in sorted(sessions)
    ]


def follow(moment: float, slots: Slots, horizon: float) -> tuple[Ints, Floats, Floats]:
    """Return the slots that a dose reaches, the days since it and the share of each slot after it.

    Days since the dose are counted to the middle of the part of the slot that follows it.
    """
    first, last = np.searchsorted(slots.end, [moment, moment + horizon], side="right")
    slot = np.arange(first, min(last + 1, slots.end.size), dtype=np.int64)
    start, end = np.maximum(slots.start[slot], moment), slots.end[slot]
    share = (end - start) / (end - slots.start[slot])
    return slot, (start + end) / 2 - moment, share


def expose_daily(given: Given, first_on: date, num_days: int) -> ExposedTreatment:
    """Add up what was taken each day, then smooth it by the treatment's lag.

    Raises DiaryError where amounts cannot be brought to one unit.
    """
    last_on = first_on + timedelta(days=num_days - 1)
    lag, _ = prior_value(given.known, "lag_prior", last_on)
    reference, unit = prior_value(given.known, "reference_amount", last_on)
    start = min(first_on, given.span(last_on)[0])
    length = (last_on - start).days + 1
    own = unit == OWN_UNIT
    used = own_unit(given) if own else unit
    amounts = total_by_day(given, start, length, used)
    if own:
        reference = float(amounts.max(initial=0.0)) or 1.0
    before = length - num_days
    smoothed = smooth(amounts / reference, lag)
    return ExposedTreatment(
        given, amounts[before:], smoothed[before:], reference, used, missing_amounts(given)
    )


def smooth(amounts: Floats, lag_days: float) -> Floats:
    """Return the first-order response to a daily amount, starting from none.

    A day's amount acts from the next day on: tablets are often taken because of that day's attacks.
    """
    gain = -np.expm1(-1.0 / lag_days)
    response = np.empty_like(amounts)
    level = 0.0
    for day, amount in enumerate(amounts):
        response[day] = level
        level += gain * (amount - level)
    return response


def join_pulses(pulses: Sequence[ExposedPulse]) -> Pulses:
    """Return all pulse treatments as one set of arrays for the engine."""
    sizes = [pulse.slot.size for pulse in pulses]
    return make_pulses(
        np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        np.concatenate([np.empty(0, dtype=np.int64), *(pulse.slot for pulse in pulses)]),
        np.concatenate([np.empty(0), *(pulse.log_u for pulse in pulses)]),
        np.concatenate([np.empty(0), *(pulse.rise for pulse in pulses)]),
    )
