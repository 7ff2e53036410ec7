from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from surcease.reports import words
from surcease.reports.terminal.columns import Columns

TICK = "┴"
LINE = "─"
SHORT_DAYS = 92
"""Up to this long, dates are marked by weeks, not by months."""

MONTHS_BETWEEN = (1, 2, 3, 6, 12, 24, 60, 120)


def axis(columns: Columns) -> tuple[str, str]:
    """Draw a line with ticks, and below it as many of their dates as fit."""
    line = [LINE] * columns.count
    dates = ""
    for column, label in _ticks(columns):
        if len(dates) > column or column + len(label) > columns.room:
            continue
        line[column] = TICK
        dates = f"{dates.ljust(column)}{label} "
    return "".join(line), dates.rstrip()


def _ticks(columns: Columns) -> Iterator[tuple[int, str]]:
    dates = _weeks(columns) if columns.days <= SHORT_DAYS else _months(columns)
    return ((columns.at(on), label) for on, label in dates)


def _weeks(columns: Columns) -> Iterator[tuple[date, str]]:
    for days in range(0, columns.days, 7):
        on = columns.from_on + timedelta(days=days)
        yield on, f"{on.day} {words.months()[on.month - 1]}"


def _months(columns: Columns) -> Iterator[tuple[date, str]]:
    """Yield firsts of months, as many months apart as leaves room for their labels."""
    room = len("Sep 2024") + 2
    days_needed = room * columns.days_each
    step = next((months for months in MONTHS_BETWEEN if months * 28 >= days_needed), 120)
    for on in _firsts(columns):
        if (12 * on.year + on.month - 1) % step == 0:
            yield on, words.month(on) if step < 12 else str(on.year)


def _firsts(columns: Columns) -> Iterator[date]:
    for days in range(columns.days):
        on = columns.from_on + timedelta(days=days)
        if on.day == 1:
            yield on
