from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import accumulate, pairwise

from surcease.diary.duplicates import distinct_attacks
from surcease.diary.events import Diary, Kind, Span
from surcease.diary.moment import zone_named

_DAY = timedelta(days=1)
_DAY_S = 86_400
_SHORTEST_DAY_S = 3_600


class DayState(StrEnum):
    ATTACKS = "attacks"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Day:
    """One local civil day.

    Parameters
    ----------
    attacks
        Attacks that started on it; None where unknown, never zero for want of an entry.
    shadows
        Shadows that started on it. They neither count as attacks nor make the day known.
    exposure_days
        How long the day was, in units of 24 h: about 0.96 and 1.04 on the nights when the clock
        changes, and longer or shorter where a journey changes the zone. Never below one hour.
    """

    on: date
    state: DayState
    attacks: int | None
    shadows: int
    exposure_days: float


def recorded_span(diary: Diary) -> Span | None:
    """Return the days from the first to the last of which anything is said of attacks.

    Attacks, days.csv (also where it says "unknown") and coverage say something of attacks;
    shadows and doses do not. None for a diary that says nothing.
    """
    attacks = (each.started_at.on for each in diary.attacks if each.kind is Kind.ATTACK)
    return _span_said(diary, attacks)


def civil_days(
    diary: Diary, from_on: date | None = None, to_on: date | None = None
) -> tuple[Day, ...]:
    """Return one entry for every local civil day, without gaps, both ends included.

    An attack belongs to the day on whose wall clock it started. The attacks on a day beat its row
    in days.csv (of two rows the later), which beats coverage; a day without any is unknown.
    Without `from_on` or `to_on` that end is the one of `recorded_span`.
    """
    attacks, shadows = _starts_by_day(diary)
    span = _asked_for(_span_said(diary, attacks), from_on, to_on)
    if span is None:
        return ()
    dates = _dates(span)
    stated = {row.on: row.attacks for row in diary.days}
    known = zip(dates, _covered(diary.coverage, dates), strict=True)
    counts = [attacks.get(on) or stated.get(on, 0 if covered else None) for on, covered in known]
    return tuple(
        Day(on, _state(count), count, shadows[on], exposure)
        for on, count, exposure in zip(dates, counts, _exposures(diary, dates), strict=True)
    )


def _starts_by_day(diary: Diary) -> tuple[Counter[date], Counter[date]]:
    starts: dict[Kind, Counter[date]] = {kind: Counter() for kind in Kind}
    for attack in distinct_attacks(diary).events:
        starts[attack.kind][attack.started_at.on] += 1
    return starts[Kind.ATTACK], starts[Kind.SHADOW]


def _span_said(diary: Diary, attacks: Iterable[date]) -> Span | None:
    said = {row.on for row in diary.days}
    said.update(attacks)
    said.update(span.from_on for span in diary.coverage)
    said.update(span.to_on for span in diary.coverage)
    return Span(min(said), max(said)) if said else None


def _asked_for(said: Span | None, from_on: date | None, to_on: date | None) -> Span | None:
    first = from_on or (said.from_on if said else None)
    last = to_on or (said.to_on if said else None)
    if first is None or last is None or (last < first and not (from_on and to_on)):
        return None  # nothing was said yet by the day asked for
    return Span(first, last)


def _dates(span: Span) -> list[date]:
    return [span.from_on + _DAY * nth for nth in range((span.to_on - span.from_on).days + 1)]


def _within(span: Span, dates: Sequence[date]) -> slice:
    """Where a span lies in contiguous dates, cut off at both ends."""
    start = (span.from_on - dates[0]).days
    stop = (span.to_on - dates[0]).days + 1
    return slice(min(max(start, 0), len(dates)), min(max(stop, 0), len(dates)))


def _covered(coverage: Sequence[Span], dates: Sequence[date]) -> list[bool]:
    changes = [0] * (len(dates) + 1)
    for span in coverage:
        place = _within(span, dates)
        changes[place.start] += 1
        changes[place.stop] -= 1
    return [depth > 0 for depth in accumulate(changes[:-1])]


def _state(attacks: int | None) -> DayState:
    if attacks is None:
        return DayState.UNKNOWN
    return DayState.ATTACKS if attacks else DayState.NONE


def _exposures(diary: Diary, dates: Sequence[date]) -> list[float]:
    """Length of each day in units of 24 h, from its midnight to the next one's.

    Crossing the date line, or moving a country across it (Samoa, 30 December 2011), can leave a
    day on the calendar without any length; an hour keeps rates and logarithms finite.
    """
    lengths = (end - start for start, end in pairwise(_midnights(diary, dates)))
    return [max(length, _SHORTEST_DAY_S) / _DAY_S for length in lengths]


def _midnights(diary: Diary, dates: Sequence[date]) -> list[float]:
    """When each date and the one after the last began, in UTC seconds, on the patient's clock."""
    through = [*dates, dates[-1] + _DAY]
    zones = [diary.zone] * len(through)
    for journey in diary.journeys:
        place = _within(journey.span, through)
        zones[place] = [journey.zone] * (place.stop - place.start)
    clocks = {name: zone_named(name) for name in set(zones)}
    return [
        datetime.combine(on, time(), clocks[zone]).timestamp()
        for on, zone in zip(through, zones, strict=True)
    ]
