from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from surcease.effects.dose_window import (
    DAYS_AFTER,
    DAYS_BEFORE,
    DoseWindow,
    PartOfDay,
    WindowDay,
)
from surcease.language import gettext as _

WEEK = 7


class Stretch(NamedTuple):
    """Some days around a dose taken together; rates are attacks a day."""

    name: str
    known_days: float
    attacks: float
    fitted: float
    without: float


def stretches(window: DoseWindow) -> list[Stretch]:
    """Gather the days around a dose by weeks, the day of the dose by its two parts."""
    before = [between(window, -last, -last + WEEK - 1) for last in range(DAYS_BEFORE, 0, -WEEK)]
    after = [between(window, first, first + WEEK - 1) for first in range(1, DAYS_AFTER + 1, WEEK)]
    parts = [on_the_day(window, part) for part in (PartOfDay.BEFORE, PartOfDay.AFTER)]
    return [each for each in (*before, *parts, *after) if each is not None]


def between(window: DoseWindow, first: int, last: int) -> Stretch | None:
    """Gather days before, or days after, the day of the dose; None where none is known."""
    nearer, farther = sorted((abs(first), abs(last)))
    side = (
        _("{from_day} to {to_day} days before")
        if last < 0
        else _("{from_day} to {to_day} days after")
    )
    name = side.format(from_day=nearer, to_day=farther)
    return gather(name, [each for each in window.by_day if first <= each.day <= last])


def on_the_day(window: DoseWindow, part: PartOfDay) -> Stretch | None:
    name = {
        PartOfDay.BEFORE: _("same day, before"),
        PartOfDay.AFTER: _("same day, after"),
        PartOfDay.WHOLE: _("same day"),
    }[part]
    return gather(name, [each for each in window.by_day if each.part is part])


def gather(name: str, days: Sequence[WindowDay]) -> Stretch | None:
    known = sum(each.known_days for each in days)
    if not known:
        return None
    return Stretch(
        name,
        known,
        sum(each.known_days * each.attacks_a_day for each in days) / known,
        sum(each.known_days * each.fitted.median for each in days) / known,
        sum(each.known_days * each.without.median for each in days) / known,
    )
