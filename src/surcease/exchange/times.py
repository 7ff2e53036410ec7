from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, timezone

from surcease.diary.errors import DiaryError
from surcease.exchange.cells import Cell, number_of, text_of

_TIME = re.compile(
    r"""
    (?P<hour>\d{1,2})
    (?: \s*[:.h]\s*(?P<minute>\d{2}) (?: [:.](?P<second>\d{2}) (?:[.,]\d+)? )? )?
    \s*(?P<half>[ap]\.?m\.?)?
    (?![\d:])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OFFSET = re.compile(
    r"\s*(?:(?P<utc>Z|UTC|GMT)\b|(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2}))"
)
_LEAD = re.compile(r"[\sT,]*(?:\b(?:at|kl|um|à|om)\b\.?\s*)?")


def parse_time(cell: Cell) -> time:
    """Read a time of day: 08:30, 8.30 pm, 8pm, 0830, or a spreadsheet's fraction of a day."""
    match cell:
        case datetime():
            return cell.time()
        case time():
            return cell
        case timedelta():
            return _time_at(cell / timedelta(days=1))
    number = number_of(cell)
    if isinstance(cell, float) and number is not None:
        return _time_at(number)
    return _time_of_text(text_of(cell))


def _time_at(fraction_of_day: float) -> time:
    minutes = round(fraction_of_day * 1440)
    if not 0 <= minutes < 1440:
        raise DiaryError("not a time of day")
    return time(minutes // 60, minutes % 60)


def time_behind_date(text: str) -> tuple[time | None, timezone | None, str]:
    """Return the time of day, its offset, and what else stands behind a date."""
    lead = _LEAD.match(text)
    found = _TIME.match(text, lead.end() if lead else 0)
    if found is None or not _is_time(found):
        return None, None, text
    offset = _OFFSET.match(text, found.end())
    if offset is None:
        return _time_in(found), None, text[found.end() :]
    return _time_in(found), _offset_in(offset), text[offset.end() :]


def looks_like_time(cell: Cell) -> bool:
    try:
        parse_time(cell)
    except DiaryError:
        return False
    return True


def _time_of_text(text: str) -> time:
    digits = re.fullmatch(r"(\d{1,2})(\d{2})", text)
    found = _TIME.fullmatch(f"{digits[1]}:{digits[2]}" if digits else text)
    if found is None or not _is_time(found):
        raise DiaryError("not a time of day")
    return _time_in(found)


def _is_time(found: re.Match[str]) -> bool:
    """Tell a time from a lone number, which is one only with am or pm."""
    return bool(found["minute"] or found["half"])


def _time_in(found: re.Match[str]) -> time:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if found["half"]:
        hour = _hour_of_day(hour, is_afternoon=found["half"][0] in "pP")
    try:
        return time(hour, minute, second)
    except ValueError as error:
        raise DiaryError("not a time of day") from error


def _hour_of_day(hour: int, *, is_afternoon: bool) -> int:
    """Read an hour with am or pm; 13:30 pm says it twice, 13:30 am cannot be."""
    if hour > 12:
        return hour if is_afternoon else 24
    return hour % 12 + (12 if is_afternoon else 0)


def _offset_in(found: re.Match[str]) -> timezone:
    if found["utc"]:
        return UTC
    minutes = int(found["hours"]) * 60 + int(found["minutes"])
    if minutes >= 1440:
        raise DiaryError("not an offset from UTC")
    return timezone(timedelta(minutes=-minutes if found["sign"] == "-" else minutes))
