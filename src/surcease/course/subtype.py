"""Episodic or chronic, as of a date, by the classification's own words.

The days after the date are not looked at. Unknown days are read twice, once as if all were free of
attacks and once as if they had them; a subtype is said only where both readings agree. Bouts come
from the posterior of the whole diary, cut at the date.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from surcease.course.active import Active
from surcease.course.bouts import Bout
from surcease.course.criteria import Criteria
from surcease.course.filled import Filled
from surcease.course.reading import Reading
from surcease.course.record import Record, Stretch
from surcease.diary.days import Day
from surcease.diary.events import Span


class Subtype(StrEnum):
    EPISODIC = "episodic"
    CHRONIC = "chronic"
    UNDETERMINED = "undetermined"


class Reason(StrEnum):
    """Why a subtype was said or not; `docs/explanation/course.md` puts each into words."""

    REMISSION_BETWEEN_BOUTS = "remission_between_bouts"
    NO_REMISSION_FOR_A_YEAR = "no_remission_for_a_year"
    ATTACKS_OUTSIDE_BOUTS = "attacks_outside_bouts"
    NO_ATTACKS = "no_attacks"
    UNKNOWN_DAYS = "unknown_days"
    REMISSION_AFTER_CHRONIC = "remission_after_chronic"
    FEWER_THAN_TWO_BOUTS = "fewer_than_two_bouts"
    NO_REMISSION_BETWEEN_BOUTS = "no_remission_between_bouts"
    SHORT_BOUT_TREATED = "short_bout_treated"


@dataclass(frozen=True, slots=True)
class SubtypeFinding:
    """The subtype on a date, the edition of the criteria it follows, and why."""

    subtype: Subtype
    criteria: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SubtypeStretch:
    """From when a subtype held, under the criteria named in Course.criteria."""

    from_on: date
    subtype: str


def subtype(
    bouts: Sequence[Bout],
    days: Sequence[Day],
    on: date,
    criteria: Criteria,
    treated: Sequence[Span] = (),
) -> SubtypeFinding:
    """Return the subtype as of a date.

    Parameters
    ----------
    bouts
        Of the whole diary, as `find_bouts` gives them.
    days
        The civil days; those after `on` are ignored.
    treated
        Days under a preventive or transitional treatment. The criteria give a bout's length when
        untreated; one that is too short and was treated is named as a reason, and not counted.
    """
    record = Record.of(days).until(on)
    return _Course(record, bouts, treated, criteria).judge(record.num_days)


def subtype_history(
    bouts: Sequence[Bout], days: Sequence[Day], criteria: Criteria, treated: Sequence[Span] = ()
) -> tuple[SubtypeStretch, ...]:
    """Return the subtype as it would have been said on each day, as stretches of one subtype."""
    record = Record.of(days)
    course = _Course(record, bouts, treated, criteria)
    said = ((day.on, course.judge(record.days_until(day.on)).subtype) for day in days)
    changes = groupby(said, key=itemgetter(1))
    return tuple(SubtypeStretch(next(stretch)[0], name) for name, stretch in changes)


def conversions(history: Sequence[SubtypeStretch]) -> tuple[SubtypeStretch, ...]:
    """Return the stretches at which episodic turned chronic, or chronic episodic."""
    said = [stretch for stretch in history if stretch.subtype != Subtype.UNDETERMINED]
    return tuple(after for before, after in pairwise(said) if before.subtype != after.subtype)


class _Course:
    """A record with what its days are read from, up to any of them."""

    def __init__(
        self,
        record: Record,
        bouts: Sequence[Bout],
        treated: Sequence[Span],
        criteria: Criteria,
    ) -> None:
        self.record = record
        self.criteria = criteria
        self.attacks = np.flatnonzero(record.attacked).tolist()
        self.bouts = [record.stretch(bout.from_on, bout.to_on) for bout in bouts]
        self.treated = [record.stretch(span.from_on, span.to_on) for span in treated]

    @cached_property
    def quiet(self) -> Filled:
        """The days with attacks if every unknown day was free of them."""
        return Filled(self.record.attacked, self.criteria)

    @cached_property
    def active(self) -> Active:
        return Active(self.record, self.criteria)

    def judge(self, num_days: int) -> SubtypeFinding:
        """Return the subtype when so many days of the record have passed."""
        name = self.criteria.name
        if num_days == 0:
            return SubtypeFinding(Subtype.UNDETERMINED, name, (Reason.NO_ATTACKS,))
        bouts = self._bouts_by(num_days)
        quiet = self.quiet.until(num_days, bouts)
        found = _subtype_of(quiet)
        if found is not _subtype_of(self.active.by(num_days).until(num_days, bouts)):
            return SubtypeFinding(Subtype.UNDETERMINED, name, (Reason.UNKNOWN_DAYS,))
        return SubtypeFinding(found, name, tuple(_reasons(quiet, self.treated)))

    def _bouts_by(self, num_days: int) -> list[Stretch]:
        """Return the first to the last recorded attack of each bout that has one by then."""
        on = self.attacks[: bisect_left(self.attacks, num_days)]
        found = ((bisect_left(on, each.first), bisect(on, each.last)) for each in self.bouts)
        return [Stretch(on[first], on[stop - 1]) for first, stop in found if first < stop]


def _subtype_of(reading: Reading) -> Subtype:
    """Chronic goes first: it speaks of the latest year, episodic of the whole course."""
    if reading.is_chronic():
        return Subtype.CHRONIC
    return Subtype.EPISODIC if reading.is_episodic() else Subtype.UNDETERMINED


def _reasons(reading: Reading, treated: Sequence[Stretch]) -> Iterator[Reason]:
    match _subtype_of(reading):
        case Subtype.EPISODIC:
            yield Reason.REMISSION_BETWEEN_BOUTS
        case Subtype.CHRONIC:
            yield Reason.NO_REMISSION_FOR_A_YEAR
            if reading.has_attacks_outside_bouts():
                yield Reason.ATTACKS_OUTSIDE_BOUTS
        case Subtype.UNDETERMINED:
            yield from _reasons_for_neither(reading, treated)


def _reasons_for_neither(reading: Reading, treated: Sequence[Stretch]) -> Iterator[Reason]:
    if reading.was_chronic():
        yield Reason.REMISSION_AFTER_CHRONIC
    if len(reading.full_bouts()) < 2:
        yield Reason.FEWER_THAN_TWO_BOUTS
    else:
        yield Reason.NO_REMISSION_BETWEEN_BOUTS
    if any(_overlap(bout, days) for bout in reading.short_bouts() for days in treated):
        yield Reason.SHORT_BOUT_TREATED


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.first <= other.last and other.first <= one.last
