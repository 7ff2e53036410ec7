from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from surcease.diary.errors import DiaryError

FIRST_YEAR = 1900
LAST_YEAR = 2199

_MINUTE = timedelta(minutes=1)
_DAY_MIN = 24 * 60

# Names that the zone files hold but that mean another clock on another machine, or leap seconds.
_NOT_A_PLACE = ("localtime", "posixrules", "Factory", "posix/", "right/")


def zone_named(name: str) -> ZoneInfo:
    """Return the IANA zone of that name, or raise DiaryError."""
    if name.startswith(_NOT_A_PLACE):
        raise DiaryError("not a time zone of a place, such as Europe/Copenhagen")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise DiaryError("not an IANA time zone such as Europe/Copenhagen") from error


def check_year(day: date) -> None:
    """Refuse a slip of the keyboard, such as the year 0200 for 2020."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DiaryError(
            "the year is not between {first} and {last}", first=FIRST_YEAR, last=LAST_YEAR
        )


def read_iso(text: str) -> datetime:
    """Read an ISO 8601 date with its time of day; aware only if it gives an offset."""
    try:
        entered = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise DiaryError("not an ISO 8601 time such as 2024-03-01T08:00") from error
    if entered.time() == time() and _is_bare_date(text.strip()):
        raise DiaryError("the time of day is missing")
    return entered


def _is_bare_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _on_clock(wall: datetime, zone: ZoneInfo, not_before: datetime | None) -> datetime:
    first = wall.replace(tzinfo=zone)
    second = first.replace(fold=1)
    if not_before and first.astimezone(UTC) < not_before <= second.astimezone(UTC):
        return second
    return first


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as a patient lived it.

    Parameters
    ----------
    at
        The instant, aware, in UTC.
    zone
        IANA zone of the place (the diary's own, or that of a journey).
    offset_min
        What the wall clock showed, as minutes east of UTC. Kept because an entry written with an
        explicit offset (a phone abroad) belongs to the civil day on that wall clock.
    text
        The time as it was entered, so that writing the diary again changes nothing.
    """

    at: datetime
    zone: str
    offset_min: int
    text: str

    def __post_init__(self) -> None:
        if self.at.tzinfo is not UTC:
            raise DiaryError("an instant must be aware and in UTC")
        zone_named(self.zone)
        if not -_DAY_MIN < self.offset_min < _DAY_MIN:
            raise DiaryError("an offset must be less than a day")
        check_year(self.at)
        check_year(self.on)

    @classmethod
    def parse(cls, text: str, zone: str, not_before: datetime | None = None) -> Self:
        """Read ISO 8601; without an offset the zone's clock applies.

        A wall time that a clock change repeats is taken as its first occurrence, or as its second
        if the first lies before `not_before` (the start of an attack whose end this is); one that
        the change skips is moved forward by the size of the gap (PEP 495).
        """
        entered = read_iso(text)
        if entered.tzinfo is None:
            entered = _on_clock(entered, zone_named(zone), not_before)
        return cls.of(entered, zone, text)

    @classmethod
    def of(cls, aware: datetime, zone: str, text: str | None = None) -> Self:
        """Make a moment of an aware datetime; its own offset is the wall clock's."""
        check_year(aware)
        if aware.tzinfo is None or aware.utcoffset() is None:
            raise DiaryError("an instant must be aware")
        at = aware.astimezone(UTC)
        wall = at.astimezone(aware.tzinfo)
        offset = wall.utcoffset() or timedelta()
        moment = cls(at, zone, round(offset / _MINUTE), text or wall.isoformat())
        if moment._offset != offset:
            raise DiaryError("an offset from UTC must be in whole minutes")
        return moment

    @property
    def _offset(self) -> timedelta:
        """The exact offset: until 1972 some zones were not a whole minute from UTC."""
        of_zone = self.at.astimezone(ZoneInfo(self.zone)).utcoffset() or timedelta()
        if round(of_zone / _MINUTE) == self.offset_min:
            return of_zone
        return timedelta(minutes=self.offset_min)

    @property
    def local(self) -> datetime:
        """The wall-clock time, aware."""
        return self.at.astimezone(timezone(self._offset))

    @property
    def on(self) -> date:
        """The patient's local civil day."""
        return (self.at + self._offset).date()
