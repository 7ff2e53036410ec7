from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from surcease.analysis.result import DoseLane
from surcease.language import gettext as _
from surcease.reports import words
from surcease.reports.periods import Period

type Lanes = Sequence[DoseLane]


def days_in_words(cut: Sequence[Period], lanes: Lanes) -> Iterator[tuple[date, str]]:
    """Say of each period what was written down, what was fitted, and what was given."""
    given = _given_by_day(lanes)
    for period in cut:
        parts = [_when(period), _written(period), _fitted(period), _doses(period, given)]
        yield period.from_on, " ".join(filter(None, [f"{parts[0]}:", *parts[1:]]))


def _given_by_day(lanes: Lanes) -> Mapping[date, list[str]]:
    given: defaultdict[date, list[str]] = defaultdict(list)
    for lane in lanes:
        for on in lane.given_on:
            given[on].append(lane.name)
    return given


def _when(period: Period) -> str:
    return words.day_range(period.from_on, period.to_on)


def _written(period: Period) -> str:
    if not period.observed:
        return _("not known.")
    attacks = words.count(period.attacks, "attack")
    if not period.unknown and period.observed == 1:
        return f"{attacks}."
    return _("{attacks} on {days}.").format(
        attacks=attacks, days=words.count(period.observed, "known day")
    )


def _fitted(period: Period) -> str:
    if period.rate is None or period.rate_low is None or period.rate_high is None:
        return ""
    span = words.span(words.rate(period.rate_low), words.rate(period.rate_high))
    return _("Fitted: {rate} a day ({span}).").format(rate=words.rate(period.rate), span=span)


def _doses(period: Period, given: Mapping[date, Iterable[str]]) -> str:
    days = range(period.from_on.toordinal(), period.to_on.toordinal() + 1)
    names = dict.fromkeys(name for day in days for name in given.get(date.fromordinal(day), ()))
    return _("Given: {names}.").format(names=", ".join(names)) if names else ""
