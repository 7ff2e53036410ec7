from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from surcease.analysis.result import Timeline
from surcease.reports import words

WEEK = 7


@dataclass(frozen=True, slots=True)
class Columns:
    """The days of a timeline along a row of `room` characters, equally many days to each."""

    from_on: date
    days: int
    days_each: int
    room: int

    @classmethod
    def fitting(cls, timeline: Timeline, room: int) -> Columns:
        """Give each column as few days as `room` allows, whole weeks where it is a week or more."""
        days = len(timeline.attacks)
        days_each = ceil(days / room)
        whole_weeks = WEEK * ceil(days_each / WEEK)
        return cls(timeline.from_on, days, days_each if days_each < WEEK else whole_weeks, room)

    @property
    def count(self) -> int:
        return ceil(self.days / self.days_each)

    @property
    def each(self) -> str:
        """Say how much time one column holds."""
        weeks, rest = divmod(self.days_each, WEEK)
        return words.count(self.days_each, "day") if rest else words.count(weeks, "week")

    def at(self, on: date) -> int:
        """Return the column of a date; before 0 or from `count` on if it lies outside."""
        return (on - self.from_on).days // self.days_each

    def over(self, from_on: date, to_on: date) -> range:
        """Return the columns that a stretch of dates touches."""
        return range(max(self.at(from_on), 0), min(self.at(to_on), self.count - 1) + 1)

    def starts_on(self, column: int) -> date:
        return self.from_on + timedelta(days=column * self.days_each)
