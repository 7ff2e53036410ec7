from __future__ import annotations

from collections.abc import Iterable, Sequence

from surcease.diary.errors import DiaryError
from surcease.exchange.cells import Cell, text_of
from surcease.exchange.dates import DateOrder, WrittenDate, find_date
from surcease.exchange.years import is_plausible

_SLIPS_ALLOWED = 50  # one date in so many may fit no order but another, as a slip of the hand


class AmbiguousDates(DiaryError):
    """A column whose dates can be read day first or month first."""

    def __init__(self, column: str = "the column") -> None:
        super().__init__(
            "{column}: its dates can be read day first or month first; "
            "say which with --date-order dmy or --date-order mdy",
            column=column,
        )


def order_of(cells: Iterable[Cell]) -> DateOrder | None:
    """Decide how the three-number dates of a column are read, from all of them together.

    The order under which most dates exist wins; where several tie, the one that keeps the entries
    in sequence. None: nothing needs an order, or the column mixes orders (each doubtful entry is
    then refused by itself). Raises AmbiguousDates where nothing in the column tells.
    """
    dates = [found for cell in cells if (found := find_date(text_of(cell))) and found.readings]
    misses = {order: sum(order not in each.readings for each in dates) for order in DateOrder}
    fewest = min(misses.values())
    if fewest > len(dates) // _SLIPS_ALLOWED:
        return None
    best = [order for order in DateOrder if misses[order] == fewest]
    if len(best) > 1 and all(len(set(each.readings.values())) == 1 for each in dates):
        return None
    return _settle(best, [order for order in best if _in_sequence(dates, order)])


def _settle(best: Sequence[DateOrder], in_sequence: Sequence[DateOrder]) -> DateOrder:
    """Prefer what keeps the sequence, and the year last, or say that nobody can tell."""
    year_last = [order for order in in_sequence or best if order is not DateOrder.YMD]
    for left in (best, in_sequence, year_last):
        if len(left) == 1:
            return left[0]
    raise AmbiguousDates


def _in_sequence(dates: Sequence[WrittenDate], order: DateOrder) -> bool:
    readings = (each.readings.get(order) for each in dates)
    days = [day for day in readings if day and is_plausible(day)]
    return days in (sorted(days), sorted(days, reverse=True))
