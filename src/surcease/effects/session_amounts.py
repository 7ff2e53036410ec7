"""How much of a treatment each session gave, all of its sites together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from surcease.diary import Dose
from surcease.effects import reasons
from surcease.effects.daily_amounts import amount_in, own_unit
from surcease.effects.estimate import Floats
from surcease.effects.given import Given

DIGITS = 6
"""Amounts that agree so far are the same one, whatever units they were written in."""


@dataclass(frozen=True, slots=True)
class SessionAmounts:
    """Amounts in `unit`, (num_sessions,) in order of time; one not written down is the median."""

    amounts: Floats
    unit: str
    notes: tuple[str, ...]


def session_amounts(given: Given) -> SessionAmounts | None:
    """Return the amounts of every session; None where none was written down.

    Raises DiaryError where they cannot be brought to one unit.
    """
    unit = own_unit(given)
    sessions = defaultdict(list)
    for dose in given.doses:
        sessions[dose.given_at.at].append(dose)
    totals = np.array([total_in(sessions[at], given, unit) for at in sorted(sessions)])
    missing = np.isnan(totals)
    if missing.all():
        return None
    totals[missing] = np.median(totals[~missing])
    return SessionAmounts(totals, unit, (reasons.AMOUNT_NOT_RECORDED,) if missing.any() else ())


def total_in(doses: Iterable[Dose], given: Given, unit: str) -> float:
    """Return the amount of one session; not a number where that of a site is missing."""
    amounts = [np.nan if each.amount is None else amount_in(given, each, unit) for each in doses]
    return round(sum(amounts), DIGITS)
