from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from surcease.diary.errors import DiaryError
from surcease.diary.moment import Moment, zone_named
from surcease.exchange.when import When

_LONGEST_OVER_MIDNIGHT = timedelta(hours=12)


class BeforeStart(DiaryError):
    """An end before its start."""

    def __init__(self) -> None:
        super().__init__("it lies before the start")


def moment_of(when: When, zone: str, entered: str = "") -> Moment:
    """Put an entry on the clock of a zone, or of its own offset; `entered` is kept as its text."""
    return _moment(when, zone, entered, None)


def end_of(when: When, start: Moment, entered: str = "") -> Moment:
    """Return the end of an attack, or raise DiaryError where it lies before the start.

    On the night when the clock goes back, an end before the start is in the repeated hour.
    """
    end = _moment(when, start.zone, entered, start.at)
    if end.at < start.at:
        raise BeforeStart
    return end


def end_at_time(at: time, start: Moment, entered: str = "") -> Moment:
    """Return the end given as a time of day only.

    One earlier than the start is the next day's, unless the attack would then last over half a
    day: 10:00 to 09:00 is a slip, 23:30 to 00:15 is a night. Raises DiaryError for a slip.
    """
    same_day = _moment(When(start.on, at), start.zone, entered, start.at)
    if same_day.at >= start.at:
        return same_day
    next_day = _moment(When(start.on + timedelta(days=1), at), start.zone, entered, None)
    if next_day.at - start.at > _LONGEST_OVER_MIDNIGHT:
        raise BeforeStart
    return next_day


def end_after(duration: timedelta, start: Moment) -> Moment:
    """Return the end so much elapsed time after the start."""
    return Moment.of((start.at + duration).astimezone(zone_named(start.zone)), start.zone)


def _moment(when: When, zone: str, entered: str, not_before: datetime | None) -> Moment:
    if when.at is None:
        raise DiaryError("the time of day is missing")
    wall = datetime.combine(when.on, when.at, when.offset)
    moment = Moment.parse(wall.isoformat(), zone, not_before)
    return replace(moment, text=entered) if entered else moment
