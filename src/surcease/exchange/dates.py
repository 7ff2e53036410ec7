from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from surcease.diary.errors import DiaryError
from surcease.exchange.words import is_weekday, month_named

_CENTURY_TURNS_AT = 69  # POSIX: 69 to 99 are of the last century

_WORD = r"[^\W\d_]+"
_DATE = re.compile(
    rf"""
    (?: (?P<weekday>{_WORD})\.?,?\s+ )?
    (?:
        (?P<year>\d{{4}}) (?P<mark>[-/.]) (?P<month>\d{{1,2}}) (?P=mark) (?P<day>\d{{1,2}})
      | (?P<packed>(?:19|20)\d{{6}})
      | (?P<a>\d{{1,2}}) (?P<mark_abc>[-/.]) (?P<b>\d{{1,2}}) (?P=mark_abc) (?P<c>\d{{4}}|\d{{2}})
      | (?P<day_first>\d{{1,2}}) (?:st|nd|rd|th|er|\.)? [\s-]* (?:of\s+|de\s+)?
        (?P<name>{_WORD}) \.?,? [\s-]* (?:de\s+)? (?P<year_behind>\d{{4}}|\d{{2}})
      | (?P<name_first>{_WORD}) \.?\s+ (?P<day_behind>\d{{1,2}}) (?:st|nd|rd|th)? ,?\s+
        (?P<year_last>\d{{4}})
    )
    (?!\d)
    """,
    re.VERBOSE,
)


class DateOrder(StrEnum):
    """How a date written as three numbers is read."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date at the beginning of a text, with every way to read it.

    Parameters
    ----------
    readings
        The date under each order in which it exists; the same under all where the order is plain.
    end
        Where in the text it ends.
    """

    readings: dict[DateOrder, date]
    end: int

    @property
    def likely(self) -> set[date]:
        """The readings to choose from without an order; year first (19/03/04) is a last resort."""
        year_last = {day for order, day in self.readings.items() if order is not DateOrder.YMD}
        return year_last or set(self.readings.values())

    def read(self, order: DateOrder | None) -> date:
        """Return the date, or raise DiaryError where the order does not settle it."""
        days = self.likely if order is None else {self.readings.get(order)} - {None}
        if not days and order:
            raise DiaryError("not a date that exists in {order} order", order=order)
        if not days:
            raise DiaryError("not a date that exists")
        if len(days) > 1:
            raise DiaryError("can be read day first or month first")
        return min(day for day in days if day)


def find_date(text: str) -> WrittenDate | None:
    """Find a date at the beginning of a text, in any spelling people use."""
    found = _DATE.match(text)
    if found is None or (found["weekday"] and not is_weekday(found["weekday"])):
        return None
    readings = _three_numbers(found) if found["a"] else _plain(found)
    return WrittenDate(readings, found.end())


def _plain(found: re.Match[str]) -> dict[DateOrder, date]:
    day = _existing(*_year_month_day(found))
    return dict.fromkeys(DateOrder, day) if day else {}


def _year_month_day(found: re.Match[str]) -> tuple[int, int, int]:
    if found["year"]:
        return int(found["year"]), int(found["month"]), int(found["day"])
    if packed := found["packed"]:
        return int(packed[:4]), int(packed[4:6]), int(packed[6:])
    month = month_named(found["name"] or found["name_first"]) or 0
    year = _full_year(found["year_behind"] or found["year_last"])
    return year, month, int(found["day_first"] or found["day_behind"])


def _three_numbers(found: re.Match[str]) -> dict[DateOrder, date]:
    """Read a/b/c under each order; points between the numbers never mean month first."""
    a, b, c = found["a"], found["b"], found["c"]
    readings = {DateOrder.DMY: _existing(_full_year(c), int(b), int(a))}
    if found["mark_abc"] != ".":
        readings[DateOrder.MDY] = _existing(_full_year(c), int(a), int(b))
    if len(c) == 2:
        readings[DateOrder.YMD] = _existing(_full_year(a), int(b), int(c))
    return {order: day for order, day in readings.items() if day}


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_year(written: str) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= _CENTURY_TURNS_AT else 2000)
