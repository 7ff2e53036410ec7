"""How much of a treatment was taken on each day, in one unit."""

from __future__ import annotations

from datetime import date
from statistics import median

import numpy as np

from surcease.diary import Dose, Regimen
from surcease.effects import reasons
from surcease.effects.estimate import Floats
from surcease.effects.given import Given
from surcease.effects.prior_facts import prior_value
from surcease.formulary import Action, convert

OWN_UNIT = "{usual}"
"""The unit of a reference amount that is the diary's own largest daily amount."""


def own_unit(given: Given) -> str:
    """Return the first unit that the diary writes for a treatment."""
    units = [each.unit for each in given.regimens] + [each.unit for each in given.doses]
    return next((unit for unit in units if unit), "")


def missing_amounts(given: Given) -> tuple[str, ...]:
    missing = any(dose.amount is None for dose in counted_doses(given))
    return (reasons.AMOUNT_NOT_RECORDED,) if missing else ()


def counted_doses(given: Given) -> tuple[Dose, ...]:
    """Return the doses that are part of the daily amount: not an acute treatment's rescue doses."""
    return given.doses if given.known is None or given.known.action is Action.DAILY else ()


def total_by_day(given: Given, start: date, length: int, unit: str) -> Floats:
    """Return what was taken on each of so many days, in `unit`.

    A regimen and its own tablets logged one by one are the same thing written twice: the larger
    counts. Raises DiaryError where an amount cannot be converted.
    """
    planned, logged = np.zeros(length), np.zeros(length)
    for regimen in given.regimens:
        first = max(0, (regimen.from_on - start).days)
        last = length if regimen.to_on is None else (regimen.to_on - start).days + 1
        planned[first : max(first, last)] += amount_in(given, regimen, unit)
    usual = usual_amount(given, unit)
    for dose in counted_doses(given):
        day = (dose.given_at.on - start).days
        if 0 <= day < length:
            logged[day] += usual if dose.amount is None else amount_in(given, dose, unit)
    return np.maximum(planned, logged)


def usual_amount(given: Given, unit: str) -> float:
    """Return what a dose without an amount counts as: the diary's own median, or the reference."""
    written = [
        amount_in(given, dose, unit) for dose in counted_doses(given) if dose.amount is not None
    ]
    return median(written) if written else prior_value(given.known, "reference_amount", date.max)[0]


def amount_in(given: Given, row: Dose | Regimen, unit: str) -> float:
    """Return an amount that was written down, in a unit; without one it is taken as it is."""
    amount = row.amount if isinstance(row, Dose) else row.amount_per_day
    if amount is None:
        raise ValueError("no amount was written down")
    if not unit or not row.unit or row.unit.strip() == unit.strip():
        return amount
    return convert(amount, row.unit, unit, given.key)
