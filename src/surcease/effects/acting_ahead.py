"""What acts on the days after the last one of a diary, which are taken to have 24 hours."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from surcease.effects.arrays import Arrays
from surcease.effects.contribution import pulse_exposures
from surcease.effects.estimate import Floats
from surcease.effects.exposed import ExposedPulse, ExposedTreatment, expose_pulse, join_pulses
from surcease.effects.prior_facts import prior_value
from surcease.effects.slots import HOURS, Slots, hour_of
from surcease.inference.parameters import (
    pulse_beta,
    pulse_log_half,
    pulse_log_sharpness,
    regimen_beta,
)
from surcease.inference.problem import UNKNOWN
from surcease.inference.wear_off import wear_off


class Acting(NamedTuple):
    """Treatments on the days to come, if no further dose is given.

    Attributes
    ----------
    x : (num_draws, num_days)
        Log rate ratio of all treatments together.
    exposures : (num_pulses, num_draws, num_days)
        Exposure to each pulse treatment, 0 to 1.
    """

    x: Floats
    exposures: Floats


def acting_ahead(arrays: Arrays, theta: Floats, num_days: int) -> Acting:
    """Let the doses given so far go on fading, and daily amounts go on as on the last day."""
    slots = slots_ahead(len(arrays.days), num_days)
    first_on = arrays.days[0].on
    num_pulses = len(arrays.pulses)
    pulses = join_pulses([expose_pulse(each.given, first_on, slots) for each in arrays.pulses])
    exposures = np.empty((num_pulses, theta.shape[0], num_days))
    x = np.zeros(exposures.shape[1:])
    for pulse in range(num_pulses):
        exposures[pulse] = pulse_exposures(pulses, theta, pulse, num_days)
        x += theta[:, pulse_beta(pulse), None] * exposures[pulse]
    for index, regimen in enumerate(arrays.regimens):
        exposure = regimen_ahead(regimen, arrays.days[-1].on, num_days)
        x += np.outer(theta[:, regimen_beta(num_pulses, index)], exposure)
    return Acting(x, exposures)


def slots_ahead(days_before: int, num_days: int) -> Slots:
    day = np.arange(days_before, days_before + num_days)
    start = day.astype(np.float64)
    return Slots(day, start, start + 1.0, np.ones(num_days), np.full(num_days, UNKNOWN))


def regimen_ahead(regimen: ExposedTreatment, last_on: date, num_days: int) -> Floats:
    """Return the exposure to a daily amount that goes on as on the last day, (num_days,)."""
    lag, _ = prior_value(regimen.given.known, "lag_prior", last_on)
    aim = regimen.amounts[-1] / regimen.reference
    left = np.exp(-np.arange(1, num_days + 1) / lag)
    return np.asarray(aim + (regimen.exposure[-1] - aim) * left)


def next_dose(pulse: ExposedPulse, index: int, theta: Floats, num_days: int) -> Floats:
    """Return g of one more dose on each day to come, (num_draws, num_days).

    It is given on the first of them, at the hour of the latest dose.
    """
    given = hour_of(pulse.given.doses[-1].given_at.local) / HOURS
    start = np.maximum(np.arange(num_days), given)
    share = np.arange(1, num_days + 1) - start
    since = start + share / 2.0 - given
    half = np.exp(theta[:, pulse_log_half(index), None])
    sharpness = np.exp(theta[:, pulse_log_sharpness(index), None])
    return np.asarray(share * wear_off(since, pulse.onset_days, half, sharpness))
