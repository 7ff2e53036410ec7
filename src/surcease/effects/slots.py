"""The civil days of a diary, cut in two at a dose where the times are known.

Attacks earlier on a dose's own day may be why it was given, and it cannot have prevented them; a
count of the whole day cannot tell. How many attacks a part of a day holds anyway follows the
patient's own clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from surcease.diary import Attack, Day, Kind
from surcease.effects.estimate import Floats
from surcease.effects.given import Given
from surcease.formulary import Action
from surcease.inference.problem import UNKNOWN, Bools, Ints

HOURS = 24
SHORTEST_PART_HOURS = 1.0
"""Times are remembered to the half hour; a shorter part would say more than the diary knows."""

EVEN_ATTACKS_AN_HOUR = 2.0
"""Added to the onsets of each hour of the clock, so that a few of them do not make a rhythm."""

type HoursByDay = Mapping[date, Sequence[float]]


class Slots(NamedTuple):
    """Days and parts of days in order, each (num_slots,).

    Attributes
    ----------
    day
        Index of the civil day.
    start, end
        On the wall clock, in days since the first day began.
    length
        In units of 24 hours, as in `inference.problem.Problem`.
    counts
        Attacks that began in it, UNKNOWN where nothing is known.
    """

    day: Ints
    start: Floats
    end: Floats
    length: Floats
    counts: Ints

    @property
    def opens_day(self) -> Bools:
        return np.diff(self.day, prepend=-1) > 0


class Part(NamedTuple):
    day: int
    start: float
    end: float
    length: float
    attacks: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a day's attacks spread over the hours of the clock.

    Attributes
    ----------
    before : (25,)
        Share of a day's attacks that begin before each full hour, 0 to 1.
    """

    before: Floats

    def share_between(self, start_hour: float, end_hour: float) -> float:
        start, end = np.interp([start_hour, end_hour], np.arange(HOURS + 1), self.before)
        return float(end - start)


def cut_days(days: Sequence[Day], onsets: HoursByDay, treatments: Iterable[Given]) -> Slots:
    """Return the slots of at least one day."""
    doses = pulse_hours(treatments)
    rhythm = rhythm_of(onsets)
    parts = [
        part
        for index, day in enumerate(days)
        for part in parts_of(index, day, cuts(day, onsets, doses), onsets, rhythm)
    ]
    day, start, end, length, counts = zip(*parts, strict=True)
    return Slots(
        np.array(day, dtype=np.int64),
        np.array(start, dtype=np.float64),
        np.array(end, dtype=np.float64),
        np.array(length, dtype=np.float64),
        np.array(counts, dtype=np.int64),
    )


def onset_hours(attacks: Iterable[Attack]) -> HoursByDay:
    """Return the hours of the clock at which attacks began, by civil day."""
    hours: dict[date, list[float]] = defaultdict(list)
    for attack in attacks:
        if attack.kind is Kind.ATTACK:
            hours[attack.started_at.on].append(hour_of(attack.started_at.local))
    return hours


def pulse_hours(treatments: Iterable[Given]) -> HoursByDay:
    hours: dict[date, list[float]] = defaultdict(list)
    for given in treatments:
        if given.action is Action.PULSE:
            for dose in given.doses:
                hours[dose.given_at.on].append(hour_of(dose.given_at.local))
    return hours


def hour_of(local: datetime) -> float:
    return local.hour + local.minute / 60 + local.second / 3600


def rhythm_of(onsets: HoursByDay) -> Rhythm:
    hours = [int(hour) for day in onsets.values() for hour in day]
    weight = np.bincount(hours, minlength=HOURS) + EVEN_ATTACKS_AN_HOUR
    return Rhythm(np.concatenate([[0.0], np.cumsum(weight / weight.sum())]))


def cuts(day: Day, onsets: HoursByDay, doses: HoursByDay) -> list[float]:
    """Return the hours at which a day is cut: none where its attacks have no times.

    An attack at exactly midnight is one whose time nobody knew.
    """
    begun = onsets.get(day.on, ())
    if day.attacks is None or len(begun) != day.attacks or 0.0 in begun:
        return []
    kept: list[float] = []
    for hour in sorted(doses.get(day.on, ())):
        latest = kept[-1] if kept else 0.0
        if hour - latest >= SHORTEST_PART_HOURS and HOURS - hour >= SHORTEST_PART_HOURS:
            kept.append(hour)
    return kept


def parts_of(
    index: int, day: Day, cut_hours: Sequence[float], onsets: HoursByDay, rhythm: Rhythm
) -> Iterator[Part]:
    if not cut_hours:
        count = UNKNOWN if day.attacks is None else day.attacks
        yield Part(index, index, index + 1, day.exposure_days, count)
        return
    begun = onsets.get(day.on, ())
    for start, end in pairwise((0.0, *cut_hours, float(HOURS))):
        count = sum(start <= hour < end for hour in begun)
        length = day.exposure_days * rhythm.share_between(start, end)
        yield Part(index, index + start / HOURS, index + end / HOURS, length, count)
