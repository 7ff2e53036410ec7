"""Doses of one treatment moved together around the circle that a diary's days are bent into."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from surcease.diary import Dose, Moment
from surcease.effects.given import Given
from surcease.inference.problem import Bools, Ints

LEAST_DISTANCE = 0.25
"""Moved doses are at least this share of the usual interval away from real ones, on average. An
even schedule can be moved by half an interval; by a whole one it falls on itself again."""

LEAST_TELLING = 0.5
"""Share of the doses on known days in a bout that is still there after the move: in a remission no
treatment does anything."""


def moved_dose(dose: Dose, num_days: int) -> Dose:
    """Return a dose at the same time of the clock, so many days later."""
    local = dose.given_at.local + timedelta(days=num_days)
    return replace(dose, given_at=Moment.of(local, dose.given_at.zone))


def moved_around(given: Given, shift: int, first_on: date, num_days: int) -> Given:
    """Move all doses by so many days; what leaves the diary at its end comes in at its start.

    Doses outside of the diary's days are left out.
    """
    moved = []
    for dose in given.doses:
        day = (dose.given_at.on - first_on).days
        if 0 <= day < num_days:
            moved.append(moved_dose(dose, (day + shift) % num_days - day))
    return replace(given, doses=tuple(sorted(moved, key=lambda dose: dose.given_at.at)))


def possible_shifts(dose_days: Ints, telling: Bools, interval_days: float) -> Ints:
    """Return by how many days doses can be moved so that the dates are other ones, as telling.

    `dose_days` are distinct indices of days, `telling` says of every day whether it is a known one
    in a bout.
    """
    shifts = np.arange(1, telling.size)
    moved = (dose_days + shifts[:, None]) % telling.size
    distance = days_to_nearest(dose_days, telling.size)[moved].mean(axis=1)
    enough = telling[moved].sum(axis=1) >= LEAST_TELLING * telling[dose_days].sum()
    return np.asarray(shifts[enough & (distance >= LEAST_DISTANCE * interval_days)])


def days_to_nearest(dose_days: Ints, num_days: int) -> Ints:
    """Return for each day of the circle how far the nearest dose is, either way."""
    apart = np.abs(np.arange(num_days)[:, None] - dose_days)
    return np.asarray(np.minimum(apart, num_days - apart).min(axis=1))
