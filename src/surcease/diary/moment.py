from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from surcease.diary.errors import DiaryError


def zone_named(name: str) -> ZoneInfo:
    """Return the IANA zone of that name, or raise DiaryError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise DiaryError(f"{name!r} is not an IANA time zone such as Europe/Copenhagen") from error


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

    @classmethod
    def parse(cls, text: str, zone: str) -> Self:
        """Read ISO 8601; without an offset the zone's clock applies.

        A wall time that a clock change repeats is taken as its first occurrence; one that the
        change skips is moved forward by the size of the gap (PEP 495).
        """
        try:
            entered = datetime.fromisoformat(text.strip())
        except ValueError as error:
            raise DiaryError("not an ISO 8601 time such as 2024-03-01T08:00") from error
        aware = entered if entered.tzinfo else entered.replace(tzinfo=zone_named(zone))
        return cls.of(aware, zone, text)

    @classmethod
    def of(cls, aware: datetime, zone: str, text: str | None = None) -> Self:
        """Make a moment of an aware datetime; its own offset is the wall clock's."""
        offset = aware.utcoffset()
        if offset is None:
            raise DiaryError("an instant must be aware")
        try:
            at = aware.astimezone(UTC)
        except OverflowError as error:
            raise DiaryError("outside the years a calendar knows") from error
        written = aware.isoformat() if text is None else text
        return cls(at, zone, round(offset / timedelta(minutes=1)), written)

    @property
    def local(self) -> datetime:
        """The wall-clock time, aware."""
        return self.at.astimezone(timezone(timedelta(minutes=self.offset_min)))

    @property
    def on(self) -> date:
        """The patient's local civil day."""
        return self.local.date()
