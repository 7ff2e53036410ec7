"""Regimens as rules read them: how much was taken every day, from one day to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter

from surcease.diary import DiaryError, Regimen
from surcease.formulary import Treatment, convert

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Level:
    """What was taken of a daily treatment from one day to another; no end: still going on."""

    amount: float
    from_on: date
    to_on: date | None

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


def levels_of(known: Treatment, regimens: Iterable[Regimen]) -> tuple[Level, ...]:
    """Return the daily amounts of one treatment over time, overlapping regimens added up.

    They are in its first unit; a regimen that cannot be brought to that is left out.
    """
    own = [(each, _daily(known, each)) for each in regimens]
    return tuple(_levels([(each, amount) for each, amount in own if amount is not None]))


def _levels(amounts: list[tuple[Regimen, float]]) -> Iterator[Level]:
    """Yield a level for each change of the amount: a new row that goes on as before is none."""
    edges = {regimen.from_on for regimen, _ in amounts}
    edges |= {regimen.to_on + _DAY for regimen, _ in amounts if regimen.to_on is not None}
    totals = [(on, _total(amounts, on)) for on in sorted(edges)]
    changes = [next(same) for _, same in groupby(totals, key=itemgetter(1))]
    ends = [*(on - _DAY for on, _ in changes[1:]), None]
    for (start, amount), end in zip(changes, ends, strict=False):
        if amount:
            yield Level(amount, start, end)


def _total(amounts: list[tuple[Regimen, float]], on: date) -> float:
    return sum(sorted(amount for regimen, amount in amounts if _holds(regimen, on)))


def _holds(regimen: Regimen, on: date) -> bool:
    return regimen.from_on <= on and (regimen.to_on is None or on <= regimen.to_on)


def _daily(known: Treatment, regimen: Regimen) -> float | None:
    try:
        return convert(regimen.amount_per_day, regimen.unit, known.units[0], known.key)
    except DiaryError:
        return None
