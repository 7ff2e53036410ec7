"""The days around a dose: attacks as they were, and as the model has them with and without it.

Where doses are given because attacks are many, attacks rise before a dose and would have fallen
after it anyway. The picture shows how much of the fall the model puts down to the dose.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from surcease.effects.contribution import contribution
from surcease.effects.dose_gaps import dose_days
from surcease.effects.estimate import Estimate, Floats, equal_weights, estimates
from surcease.effects.examined import Examined
from surcease.effects.slots import Slots

DAYS_BEFORE = 28
DAYS_AFTER = 56
MINUTE = 1.0 / 1440.0


class PartOfDay(StrEnum):
    """Of the day of the dose, what lies before it and what after."""

    WHOLE = "whole"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class WindowDay:
    """One day before or after a dose, averaged over all doses.

    Attributes
    ----------
    day
        Civil days since that of the dose, which is shown in two parts where it was cut.
    known_days
        How long it was watched, in known days of 24 hours, over all doses.
    attacks_a_day
        As recorded.
    fitted, without
        Expected attacks a day in the same hours, as treated, and had none of the doses of this
        treatment been given and all else been as it was.
    """

    day: int
    part: PartOfDay
    known_days: float
    attacks_a_day: float
    fitted: Estimate
    without: Estimate


@dataclass(frozen=True, slots=True)
class DoseWindow:
    """The known days around the doses of one treatment; days of which none is known are left out.

    Windows overlap where doses are nearer to each other than they are long, and are not cut short:
    only doses after which things stayed quiet have a long time to the next one.
    """

    treatment: str
    name: str
    doses: int
    by_day: tuple[WindowDay, ...]


def dose_window(examined: Examined, treatment: str) -> DoseWindow | None:
    """Average the days around the doses of a treatment; None where no known day is near any.

    Raises ValueError for a treatment that is not a pulse.
    """
    arrays, paths = examined.arrays, examined.paths
    index = examined.pulse_index(treatment)
    pulse = arrays.pulses[index]
    given = dose_days(arrays, pulse)
    given = given[given >= -DAYS_AFTER]
    slots = arrays.slots
    watched = np.where(slots.counts >= 0, slots.length, 0.0)[:, None] * times_in_window(
        slots, given
    )
    known_days = watched.sum(axis=0)
    seen = known_days > 0.0
    if not seen.any():
        return None
    share = watched[:, seen] / known_days[seen]
    log_ratio = contribution(arrays.problem, examined.posterior.theta[paths.draw], index)
    without = paths.rate * np.exp(np.where(paths.state > 0, -log_ratio, 0.0))
    weight = equal_weights(without.shape[0])
    columns = zip(
        np.array(window_days(), dtype=object)[seen],
        known_days[seen].tolist(),
        ((slots.counts / slots.length) @ share).tolist(),
        estimates(paths.rate @ share, weight),
        estimates(without @ share, weight),
        strict=True,
    )
    by_day = tuple(WindowDay(*day, *rest) for day, *rest in columns)
    return DoseWindow(treatment, pulse.given.name, given.size, by_day)


def window_days() -> list[tuple[int, PartOfDay]]:
    return [
        *((day, PartOfDay.WHOLE) for day in range(-DAYS_BEFORE, 0)),
        (0, PartOfDay.BEFORE),
        (0, PartOfDay.AFTER),
        *((day, PartOfDay.WHOLE) for day in range(1, DAYS_AFTER + 1)),
    ]


def times_in_window(slots: Slots, given: Floats) -> Floats:
    """Return how often each slot is each day of a dose's window, (num_slots, num_window_days).

    A slot of the day of a dose that has the dose in its middle is neither before nor after it.
    """
    times = np.zeros((slots.day.size, DAYS_BEFORE + 2 + DAYS_AFTER))
    for moment in given:
        day = slots.day - int(np.floor(moment))
        column = day + DAYS_BEFORE + (slots.start > moment - MINUTE)
        split = (slots.start < moment - MINUTE) & (slots.end > moment + MINUTE)
        near = (day >= -DAYS_BEFORE) & (day <= DAYS_AFTER) & ~split
        times[np.flatnonzero(near), column[near]] += 1.0
    return times
