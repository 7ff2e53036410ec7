"""Episodic or chronic, as of a date, by the classification's own words.

The days after the date are not looked at. Unknown days are read twice, once as if all were free of
attacks and once as if they had them; a subtype is said only where both readings agree. Bouts come
from the posterior of the whole diary, cut at the date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from surcease.course.bouts import Bout
from surcease.course.criteria import Criteria
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
    return _Course.of(bouts, days, treated).judge(on, criteria)


def subtype_history(
    bouts: Sequence[Bout], days: Sequence[Day], criteria: Criteria, treated: Sequence[Span] = ()
) -> tuple[SubtypeStretch, ...]:
    """Return the subtype as it would have been said on each day, as stretches of one subtype."""
    course = _Course.of(bouts, days, treated)
    said = ((day.on, course.judge(day.on, criteria).subtype) for day in days)
    changes = groupby(said, key=itemgetter(1))
    return tuple(SubtypeStretch(next(stretch)[0], name) for name, stretch in changes)


def conversions(history: Sequence[SubtypeStretch]) -> tuple[SubtypeStretch, ...]:
    """Return the stretches at which episodic turned chronic, or chronic episodic."""
    said = [stretch for stretch in history if stretch.subtype != Subtype.UNDETERMINED]
    return tuple(after for before, after in pairwise(said) if before.subtype != after.subtype)


class _Course(NamedTuple):
    record: Record
    bouts: list[Stretch]
    treated: list[Stretch]

    @classmethod
    def of(cls, bouts: Sequence[Bout], days: Sequence[Day], treated: Sequence[Span]) -> _Course:
        record = Record.of(days)
        return cls(
            record,
            [record.stretch(bout.from_on, bout.to_on) for bout in bouts],
            [record.stretch(span.from_on, span.to_on) for span in treated],
        )

    def judge(self, on: date, criteria: Criteria) -> SubtypeFinding:
        known = self.record.until(on)
        if not known.attacked.any():
            return SubtypeFinding(Subtype.UNDETERMINED, criteria.name, (Reason.NO_ATTACKS,))
        bouts = known.between_attacks(self.bouts)
        quiet = Reading(known.quiet_reading(), bouts, criteria)
        active = Reading(known.active_reading(criteria), bouts, criteria)
        if _subtype_of(quiet) is not _subtype_of(active):
            return SubtypeFinding(Subtype.UNDETERMINED, criteria.name, (Reason.UNKNOWN_DAYS,))
        because = tuple(_reasons(quiet, self.treated))
        return SubtypeFinding(_subtype_of(quiet), criteria.name, because)


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
