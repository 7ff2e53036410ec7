"""Attacks a week over stretches of days, counted on the known ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from surcease.analysis.result import Timeline

WEEK_DAYS = 7
MONTH_DAYS = 28
"""Four whole weeks, so that no day of the week counts more often than another."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """Attacks on the known days from one date to another, both included."""

    from_on: date
    to_on: date
    known_days: int
    attacks: int

    @property
    def days(self) -> int:
        return (self.to_on - self.from_on) // DAY + 1

    @property
    def per_week(self) -> float | None:
        """None where no day is known."""
        return WEEK_DAYS * self.attacks / self.known_days if self.known_days else None


def counted(timeline: Timeline, from_on: date, to_on: date) -> Counted | None:
    """Count the days of a timeline that lie between two dates; None where none does."""
    last = len(timeline.attacks) - 1
    start = max((from_on - timeline.from_on) // DAY, 0)
    stop = min((to_on - timeline.from_on) // DAY, last)
    if stop < start:
        return None
    known = [each for each in timeline.attacks[start : stop + 1] if each is not None]
    first = timeline.from_on
    return Counted(first + DAY * start, first + DAY * stop, len(known), sum(known))


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The first and the latest days of a period, as many of each, at most four weeks."""

    then: Counted
    now: Counted


def then_and_now(timeline: Timeline) -> ThenAndNow | None:
    """Compare the beginning of a period with its end; None where it is shorter than two weeks."""
    days = len(timeline.attacks)
    length = min(MONTH_DAYS, days // 2)
    if length < WEEK_DAYS:
        return None
    first, last = timeline.from_on, timeline.from_on + DAY * (days - 1)
    then = counted(timeline, first, first + DAY * (length - 1))
    now = counted(timeline, last - DAY * (length - 1), last)
    return ThenAndNow(then, now) if then and now else None
