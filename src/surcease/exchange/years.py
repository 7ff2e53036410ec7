from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from rapidfuzz.distance import OSA

from surcease.diary.errors import DiaryError
from surcease.diary.moment import FIRST_YEAR, LAST_YEAR


class ImpossibleYear(DiaryError):
    """A date whose year cannot be a diary's, such as 0200."""

    def __init__(self, year: int, meant: int | None = None) -> None:
        question = f"; was {meant} meant?" if meant else ""
        super().__init__(f"the year {year:04d} cannot be right{question}")
        self.year = year


def is_plausible(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def nearest_year(year: int, days: Iterable[date]) -> int | None:
    """Return the year of the other entries that is the fewest slips of the finger away."""
    known = Counter(day.year for day in days if is_plausible(day))
    written = f"{year:04d}"
    slips = {each: OSA.distance(written, str(each)) for each in known}
    return min(slips, key=lambda each: (slips[each], -known[each]), default=None)
