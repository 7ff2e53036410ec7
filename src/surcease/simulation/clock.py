"""The hours of a diary: civil days of 23, 24 or 25 hours laid end to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np

from surcease.diary.moment import Moment, zone_named
from surcease.simulation.arrays import Floats, Ints

HOUR = 3600


@dataclass(frozen=True, slots=True, eq=False)
class Hours:
    """Every hour of every civil day, counted from local midnight.

    Attributes
    ----------
    first : (num_days + 1,)
        Day d has the hours first[d] to first[d + 1], the last excluded.
    starts : (num_hours,)
        UTC seconds since 1970.
    lengths : (num_hours,)
        In hours; below 1 only where a clock change is not a whole hour.
    local : (num_hours,)
        What the clock on the wall shows, 0 to 23.
    """

    zone: ZoneInfo
    first: Ints
    starts: Ints
    lengths: Floats
    local: Ints

    @property
    def num_days(self) -> int:
        return self.first.size - 1

    @property
    def num_hours(self) -> int:
        return self.starts.size

    def index(self, day: int, hour: int) -> int:
        """Return the hour that begins so many hours after the midnight of a day."""
        return min(int(self.first[day]) + hour, self.num_hours - 1)

    def by_day(self, hourly: Floats) -> Floats:
        """Add up (num_hours,) into (num_days,)."""
        running = np.concatenate(([0.0], np.cumsum(hourly)))
        return running[self.first[1:]] - running[self.first[:-1]]

    def moment_of(self, hour: int) -> Moment:
        return self.moment(int(self.starts[hour]))

    def moment(self, second: int) -> Moment:
        """Return the instant as a patient would write it: no offset, unless the hour repeats."""
        local = datetime.fromtimestamp(second, self.zone)
        offset = local.utcoffset() or timedelta()
        written = local if local.fold else local.replace(tzinfo=None)
        return Moment(
            at=datetime.fromtimestamp(second, UTC),
            zone=self.zone.key,
            offset_min=round(offset.total_seconds() / 60),
            text=written.isoformat(timespec="minutes"),
        )


@lru_cache(maxsize=32)
def civil_hours(zone_name: str, start_on: date, num_days: int) -> Hours:
    zone = zone_named(zone_name)
    midnights = [
        round(datetime.combine(start_on + timedelta(days=day), time(), zone).timestamp())
        for day in range(num_days + 1)
    ]
    days = [_day(start, end, zone) for start, end in pairwise(midnights)]
    starts, lengths, local = (np.concatenate(parts) for parts in zip(*days, strict=True))
    first = np.cumsum([0, *(part[0].size for part in days)])
    for each in (first, starts, lengths, local):
        each.setflags(write=False)
    return Hours(zone, first, starts, lengths, local)


def _day(start: int, end: int, zone: ZoneInfo) -> tuple[Ints, Floats, Ints]:
    starts = np.arange(start, end, HOUR)
    lengths = np.minimum(end - starts, HOUR) / HOUR
    if end - start == 24 * HOUR:
        return starts, lengths, np.arange(24)
    local = [datetime.fromtimestamp(second, zone).hour for second in starts.tolist()]
    return starts, lengths, np.array(local, dtype=np.int64)
