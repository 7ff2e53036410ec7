from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from surcease.acute.taken import Named
from surcease.diary import Dose
from surcease.formulary.classes import classes

WEEK_DAYS = 7
MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Use:
    """How much of something was used.

    Parameters
    ----------
    per_week
        Doses a week from the first dose to the last.
    most_in_week, most_in_month
        Doses in the busiest 7 and 30 days: what a supply has to last for.
    in_last_month
        Doses in the 30 days up to the last day of the diary.
    """

    doses: int
    first_on: date
    last_on: date
    per_week: float
    most_in_week: int
    most_in_month: int
    in_last_month: int


def use(days: Sequence[date], last_day: date) -> Use:
    """Count use from the day of each dose."""
    ordered = sorted(days)
    weeks = ((ordered[-1] - ordered[0]).days + 1) / WEEK_DAYS
    since = last_day - timedelta(days=MONTH_DAYS)
    return Use(
        len(ordered),
        ordered[0],
        ordered[-1],
        len(ordered) / max(weeks, 1),
        _most(ordered, WEEK_DAYS),
        _most(ordered, MONTH_DAYS),
        sum(since < on <= last_day for on in ordered),
    )


def triptan_days(doses: Sequence[tuple[Named, Dose]]) -> list[date]:
    """Return the days on which any triptan was taken, each once."""
    triptans = classes()["triptan"].drug_of
    used = {d.given_at.on for named, d in doses if named.known and named.known.key in triptans}
    return sorted(used)


def _most(ordered: Sequence[date], days: int) -> int:
    """Return the most entries in any stretch of so many days."""
    ends = (bisect_left(ordered, on + timedelta(days=days)) - nth for nth, on in enumerate(ordered))
    return max(ends)
