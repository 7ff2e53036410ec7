"""Treatments that can change the attack rate, as exposure over the days of an analysis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from surcease.diary import Dose
from surcease.effects.daily_amounts import OWN_UNIT, missing_amounts, own_unit, total_by_day
from surcease.effects.estimate import Floats
from surcease.effects.given import Given
from surcease.effects.prior_facts import prior_value
from surcease.inference.problem import Ints, Pulses

FEWEST_HORIZON_DAYS = 30.0
HORIZON_HALVES = 6.0
"""A dose is followed for this many times its published duration; beyond, nothing is left of it."""


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


@dataclass(frozen=True, slots=True)
class ExposedPulse:
    """A treatment whose doses act for a while.

    Attributes
    ----------
    day, log_u, rise
        (dose, day) pairs as in `inference.problem.Pulses`.
    """

    given: Given
    onset_days: float
    half_prior_days: float
    day: Ints
    log_u: Floats
    rise: Floats


def expose_pulse(given: Given, first_on: date, num_days: int) -> ExposedPulse:
    """Follow each dose over the days from `first_on`."""
    last_on = first_on + timedelta(days=num_days - 1)
    onset, _ = prior_value(given.known, "onset_prior", last_on)
    half, _ = prior_value(given.known, "duration_prior", last_on)
    horizon = max(FEWEST_HORIZON_DAYS, HORIZON_HALVES * half)
    moments = sorted({dose.given_at.at: dose for dose in given.doses}.items())
    pairs = [follow(dose, first_on, num_days, horizon) for _, dose in moments]
    day = np.concatenate([np.empty(0, dtype=np.int64), *(pair[0] for pair in pairs)])
    u = np.concatenate([np.empty(0), *(pair[1] for pair in pairs)])
    share = np.concatenate([np.empty(0), *(pair[2] for pair in pairs)])
    order = np.argsort(day, kind="stable")
    rise = share * -np.expm1(-u / onset)
    return ExposedPulse(given, onset, half, day[order], np.log(u[order]), rise[order])


def follow(
    dose: Dose, first_on: date, num_days: int, horizon: float
) -> tuple[Ints, Floats, Floats]:
    """Return the days that a dose reaches, the days since it and the share of each day after it.

    Days since the dose are counted to the middle of the part of the day that follows it; wall-clock
    days are taken as 24 hours, which is an hour off at most.
    """
    local = dose.given_at.local
    since_midnight = (local.hour * 60 + local.minute) / 1440 + local.second / 86400
    moment = (local.date() - first_on).days + since_midnight
    first = max(0, int(np.floor(moment)))
    last = min(num_days - 1, int(np.floor(moment + horizon)))
    day = np.arange(first, max(first, last + 1), dtype=np.int64)
    start = np.maximum(day, moment).astype(np.float64)
    return day, (start + day + 1) / 2 - moment, day + 1.0 - start


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
    sizes = [pulse.day.size for pulse in pulses]
    return Pulses(
        np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        np.concatenate([np.empty(0, dtype=np.int64), *(pulse.day for pulse in pulses)]),
        np.concatenate([np.empty(0), *(pulse.log_u for pulse in pulses)]),
        np.concatenate([np.empty(0), *(pulse.rise for pulse in pulses)]),
    )
