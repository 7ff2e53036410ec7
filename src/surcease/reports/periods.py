from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import isfinite

from surcease.analysis.result import Timeline


@dataclass(frozen=True, slots=True)
class Period:
    """Some days of the timeline taken together; rates are fitted attacks a day, averaged."""

    from_on: date
    to_on: date
    observed: int
    unknown: int
    attacks: int
    rate: float | None
    rate_low: float | None
    rate_high: float | None

    @property
    def mostly_unknown(self) -> bool:
        return self.unknown >= self.observed

    @property
    def attacks_per_day(self) -> float | None:
        """Recorded attacks per observed day; None where no day was observed."""
        return self.attacks / self.observed if self.observed else None


def periods(timeline: Timeline, length_days: int) -> list[Period]:
    """Cut the timeline into periods of equal length, the last one possibly shorter."""
    total = len(timeline.attacks)
    starts = range(0, total, length_days)
    return [_period(timeline, start, min(start + length_days, total)) for start in starts]


def months(timeline: Timeline) -> list[Period]:
    """Cut the timeline into calendar months."""
    return [_period(timeline, start, stop) for start, stop in _month_spans(timeline)]


def _month_spans(timeline: Timeline) -> Iterator[tuple[int, int]]:
    days = [timeline.from_on + timedelta(days=n) for n in range(len(timeline.attacks))]
    start = 0
    for _, month in groupby(days, key=lambda on: (on.year, on.month)):
        stop = start + len(list(month))
        yield start, stop
        start = stop


def _period(timeline: Timeline, start: int, stop: int) -> Period:
    known = [attacks for attacks in timeline.attacks[start:stop] if attacks is not None]
    return Period(
        from_on=timeline.from_on + timedelta(days=start),
        to_on=timeline.from_on + timedelta(days=stop - 1),
        observed=len(known),
        unknown=stop - start - len(known),
        attacks=sum(known),
        rate=_mean(timeline.rate[start:stop]),
        rate_low=_mean(timeline.rate_low[start:stop]),
        rate_high=_mean(timeline.rate_high[start:stop]),
    )


def _mean(rates: tuple[float, ...]) -> float | None:
    fitted = [rate for rate in rates if isfinite(rate)]
    return sum(fitted) / len(fitted) if fitted else None
