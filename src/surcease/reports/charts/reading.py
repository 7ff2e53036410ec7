from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from surcease.reports.charts.time_axis import since_1970


@dataclass(frozen=True, slots=True)
class Point:
    """One mark of a chart: the value that its data carries, and what it says."""

    at: float | str
    says: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be read off a chart one by one, with a finger, a mouse or the arrow keys.

    Parameters
    ----------
    field
        The field of the data that `at` is a value of.
    along_x
        Whether points lie along the horizontal axis, so that the nearest one is meant; otherwise
        the mark itself is.
    """

    field: str
    along_x: bool
    points: tuple[Point, ...]


def along_x(field: str, points: Iterable[tuple[float, str]]) -> Reading:
    return Reading(field, along_x=True, points=tuple(Point(*each) for each in points))


def along_time(points: Iterable[tuple[date, str]]) -> Reading:
    return along_x("from", ((since_1970(on), says) for on, says in points))


def by_mark(field: str, points: Iterable[tuple[float | str, str]]) -> Reading:
    return Reading(field, along_x=False, points=tuple(Point(*each) for each in points))


def sentence(parts: Sequence[str]) -> str:
    """Join what a mark says: "02:00 to 03:00: 41 attacks, 7%."."""
    first, *others = parts
    return f"{first}: {', '.join(others)}."
