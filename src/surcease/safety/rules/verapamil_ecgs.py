"""V01 to V03: when an ECG is due while taking verapamil."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from surcease.diary import Ecg
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.language import ngettext
from surcease.safety.finding import Remark, Severity
from surcease.safety.level import Level
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Course:
    """Days of verapamil without a gap, by daily amount."""

    levels: tuple[Level, ...]

    @property
    def from_on(self) -> date:
        return self.levels[0].from_on

    def until(self, as_of: date) -> date:
        return min(self.levels[-1].to_on or as_of, as_of)

    @property
    def increases(self) -> tuple[date, ...]:
        pairs = pairwise(self.levels)
        return tuple(later.from_on for earlier, later in pairs if later.amount > earlier.amount)


@rule(
    "V01",
    "Verapamil without an ECG before it",
    ask="Was an ECG done before I began verapamil, and what did it show?",
    rests_on=("verapamil.baseline_ecg",),
)
def baseline_ecg(record: Record) -> Iterator[Seen]:
    for course in courses(record):
        if not any(ecg.on <= course.from_on for ecg in record.ecgs):
            fact = fact_at("verapamil.baseline_ecg", course.from_on)
            text = filled(
                _("Verapamil from {day}: no ECG before it is recorded"), day=course.from_on
            )
            yield Remark(Severity.WARN, text, course.from_on, (), (fact,))


@rule(
    "V02",
    "An ECG after each increase of verapamil",
    ask="When is the ECG after this increase?",
    rests_on=("verapamil.ecg_after_increase",),
)
def ecg_after_increase(record: Record) -> Iterator[Seen]:
    for course in courses(record):
        for on, next_on in zip_longest(course.increases, course.increases[1:]):
            fact = fact_at("verapamil.ecg_after_increase", on)
            due = on + timedelta(days=fact_number(fact))
            if next_on is not None and not _between(record.ecgs, on, next_on):
                text = filled(
                    _("Verapamil raised on {day}, with no ECG since the increase of {before}"),
                    day=next_on,
                    before=on,
                )
                yield Remark(Severity.WARN, text, next_on, (), (fact,))
            elif course.until(record.as_of) > due and not _between(record.ecgs, on, due):
                text = filled(
                    _("Verapamil raised on {day}: no ECG by {due} is recorded"), day=on, due=due
                )
                yield Remark(Severity.WARN, text, due, (), (fact,))


@rule(
    "V03",
    "An ECG twice a year while taking verapamil",
    ask="When was my last ECG, and when is the next?",
    rests_on=("verapamil.stable_ecg_interval",),
)
def stable_ecg(record: Record) -> Iterator[Seen]:
    """Only the latest course: what was missed in the past cannot be made up for."""
    for course in courses(record)[-1:]:
        until = course.until(record.as_of)
        seen = [ecg.on for ecg in record.ecgs if ecg.on <= until]
        last = max([course.from_on, *seen])
        fact = fact_at("verapamil.stable_ecg_interval", until)
        days = (until - last).days
        if days > fact_number(fact):
            pattern = _since_the_last(days) if seen else _since_the_start(days)
            text = filled(pattern, day=until, days=days, since=last)
            yield Remark(Severity.WARN, text, until, (), (fact,))


def _since_the_last(days: int) -> str:
    return ngettext(
        "Verapamil on {day}: {days} day without an ECG since the last one, on {since}",
        "Verapamil on {day}: {days} days without an ECG since the last one, on {since}",
        days,
    )


def _since_the_start(days: int) -> str:
    return ngettext(
        "Verapamil on {day}: {days} day without an ECG since the start, on {since}",
        "Verapamil on {day}: {days} days without an ECG since the start, on {since}",
        days,
    )


def courses(record: Record) -> tuple[Course, ...]:
    found: list[list[Level]] = []
    for level in record.levels("verapamil"):
        before = found[-1][-1].to_on if found else None
        if before is not None and before + _DAY >= level.from_on:
            found[-1].append(level)
        else:
            found.append([level])
    return tuple(Course(tuple(each)) for each in found)


def _between(ecgs: Sequence[Ecg], first: date, last: date) -> bool:
    """Whether there is an ECG after a day and not after another.

    One on the day of the increase itself may be the one before it.
    """
    return any(first < ecg.on <= last for ecg in ecgs)
