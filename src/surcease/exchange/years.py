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
        written = f"{year:04d}"
        if meant:
            super().__init__(
                "the year {year} cannot be right; was {meant} meant?", year=written, meant=meant
            )
        else:
            super().__init__("the year {year} cannot be right", year=written)
        self.year = year


def is_plausible(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def nearest_year(year: int, days: Iterable[date]) -> int | None:
    """Return the year of the other entries that is the fewest slips of the finger away."""
    known = Counter(day.year for day in days if is_plausible(day))
    written = f"{year:04d}"
    slips = {each: OSA.distance(written, str(each)) for each in known}
    return min(slips, key=lambda each: (slips[each], -known[each]), default=None)
