from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from surcease.diary.errors import DiaryError
from surcease.exchange.cells import Cell, number_of, text_of
from surcease.exchange.words import unit_named

_LONGEST_MIN = 366 * 1440.0
_SPREADSHEET_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  not an instant
_CLOCK = re.compile(r"(\d{1,4}):(\d{2})(?::(\d{2}))?")
_PART = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)\s*([^\W\d_]*)\.?\s*")
_MINUTES = {"d": 1440.0, "h": 60.0, "min": 1.0, "s": 1 / 60}


def duration_of(cell: Cell, plain_unit: str = "min") -> timedelta:
    """Read a duration: 80, "1h 20m", "1d 02h 15m", "1,5 timer", "01:20", "01:20:30".

    Parameters
    ----------
    cell
        The entry. A clock time in a duration column is hours and minutes.
    plain_unit
        What a number without a unit counts: "min" or "h".

    Raises
    ------
    DiaryError
        Where it is not a duration, is negative, or is longer than a year.
    """
    minutes = _minutes_of(cell, plain_unit)
    if not 0 <= minutes <= _LONGEST_MIN:
        raise DiaryError("the duration is negative or longer than a year")
    return timedelta(minutes=minutes)


def _minutes_of(cell: Cell, plain_unit: str) -> float:
    match cell:
        case timedelta():
            return cell.total_seconds() / 60
        case datetime():
            return (cell - _SPREADSHEET_ZERO).total_seconds() / 60
        case time():
            return cell.hour * 60 + cell.minute + cell.second / 60
    plain = number_of(cell)
    return _worded_minutes(text_of(cell)) if plain is None else plain * _MINUTES[plain_unit]


def _worded_minutes(text: str) -> float:
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 60 + minutes + seconds / 60
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text).strip(" ,+&"):
        raise DiaryError("not a duration such as 80, 1h 20m or 01:20")
    return sum(_part_minutes(*part) for part in parts)


def _part_minutes(number: str, word: str) -> float:
    """Read one number and its unit; the bare 20 of "1h 20" is minutes."""
    unit = unit_named(word) if word else "min"
    if unit is None:
        raise DiaryError("not a duration such as 80, 1h 20m or 01:20")
    return float(number.replace(",", ".")) * _MINUTES[unit]
