from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from surcease.diary.errors import DiaryError
from surcease.exchange.cells import Cell, number_of, text_of
from surcease.exchange.dates import DateOrder, find_date
from surcease.exchange.times import time_behind_date
from surcease.exchange.years import ImpossibleYear, is_plausible

_SPREADSHEET_ZERO = datetime.combine(date(1899, 12, 30), time())
_SERIALS = range(20_000, 75_000)  # days since then: the years 1954 to 2105


@dataclass(frozen=True, slots=True)
class When:
    """What an entry says of time: a local date, a time of day or None, an offset or None.

    `rest` is what else the cell held, such as a note written behind the date.
    """

    on: date
    at: time | None = None
    offset: timezone | None = None
    rest: str = ""

    def __post_init__(self) -> None:
        if not is_plausible(self.on):
            raise ImpossibleYear(self.on.year)


def parse_when(cell: Cell, order: DateOrder | None = None) -> When:
    """Read a date, perhaps with a time, in any of the spellings people use.

    Raises
    ------
    DiaryError
        Where there is no date, or where it needs an `order` to be read.
    ImpossibleYear
        Where its year cannot be a diary's.
    """
    match cell:
        case datetime():
            return When(cell.date(), cell.time())
        case date():
            return When(cell)
    serial = number_of(cell)
    if serial is not None and int(serial) in _SERIALS:
        return _of_serial(serial)
    return _of_text(text_of(cell), order)


def looks_like_date(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    number = number_of(cell)
    found = find_date(text_of(cell))
    return (number is not None and int(number) in _SERIALS) or bool(found and found.readings)


def tells_time(cell: Cell) -> bool:
    """Tell whether a date has a time of day with it."""
    if isinstance(cell, date):
        return isinstance(cell, datetime)
    number = number_of(cell)
    if number is not None:
        return not number.is_integer()
    found = find_date(text_of(cell))
    return found is not None and time_behind_date(text_of(cell)[found.end :])[0] is not None


def _of_serial(serial: float) -> When:
    moment = _SPREADSHEET_ZERO + timedelta(minutes=round(serial * 1440))
    return When(moment.date(), None if serial.is_integer() else moment.time())


def _of_text(text: str, order: DateOrder | None) -> When:
    found = find_date(text)
    if found is None:
        raise DiaryError("not a date")
    at, offset, rest = time_behind_date(text[found.end :])
    if re.search(r"\d", rest):
        raise DiaryError("more numbers follow the date")
    return When(found.read(order), at, offset, rest.strip(" .,;-"))
