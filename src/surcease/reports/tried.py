"""What was tried: how much, when, for how long, why it stopped, and how attacks went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from surcease.analysis.result import Timeline
from surcease.diary import Diary, Dose, Regimen
from surcease.effects.given import Given, given_treatments
from surcease.formulary import Treatment
from surcease.reports.attack_rates import DAY, MONTH_DAYS, Counted, counted


@dataclass(frozen=True, slots=True)
class AmountGiven:
    """The amount of one administration, its sites added up, and how often it was that much."""

    amount: float | None
    unit: str
    times: int


@dataclass(frozen=True, slots=True)
class Tried:
    """One treatment of a diary.

    Parameters
    ----------
    key
        Of the formulary, or the patient's own name for it.
    name
        In the reader's language.
    times
        How often it was given; 0 where it is taken as a daily amount alone.
    amounts
        Of single administrations, the most frequent first.
    regimens, doses
        The entries, in order of time.
    goes_on
        Whether a daily amount is still being taken.
    before, during, after
        Attacks in the four weeks before the first day, from the first day to the last, and in the
        four weeks after it; None where no day of the period lies there, or it still goes on.
    """

    key: str
    name: str
    known: Treatment | None
    role: str
    times: int
    amounts: tuple[AmountGiven, ...]
    regimens: tuple[Regimen, ...]
    doses: tuple[Dose, ...]
    first_on: date
    last_on: date
    goes_on: bool
    before: Counted | None
    during: Counted | None
    after: Counted | None

    @property
    def days(self) -> int:
        return (self.last_on - self.first_on) // DAY + 1

    @property
    def reasons_stopped(self) -> tuple[str, ...]:
        said = (each.reason_stopped.strip() for each in self.regimens)
        return tuple(dict.fromkeys(reason for reason in said if reason))


def tried(diary: Diary, timeline: Timeline | None, last_on: date) -> tuple[Tried, ...]:
    """Return every treatment of a diary, the first begun first.

    `last_on` is the last day spoken of: until then an open regimen has been taken.
    """
    found = (_tried(each, timeline, last_on) for each in given_treatments(diary))
    return tuple(sorted(found, key=lambda each: (each.first_on, each.name)))


def _tried(given: Given, timeline: Timeline | None, last_on: date) -> Tried:
    first, last = given.span(last_on)
    goes_on = any(each.to_on is None or each.to_on >= last_on for each in given.regimens)
    around = _around(timeline, first, min(last, last_on)) if timeline else (None, None, None)
    before, during, after = around
    return Tried(
        key=given.key,
        name=given.known.shown if given.known else given.key,
        known=given.known,
        role=given.role,
        times=given.times,
        amounts=tuple(_amounts(given.doses)),
        regimens=tuple(sorted(given.regimens, key=lambda each: each.from_on)),
        doses=given.doses,
        first_on=first,
        last_on=min(last, last_on) if goes_on else last,
        goes_on=goes_on,
        before=before,
        during=during,
        after=None if goes_on else after,
    )


def _around(
    timeline: Timeline, first: date, last: date
) -> tuple[Counted | None, Counted | None, Counted | None]:
    month = DAY * MONTH_DAYS
    return (
        counted(timeline, first - month, first - DAY),
        counted(timeline, first, last),
        counted(timeline, last + DAY, last + month),
    )


def _amounts(doses: Sequence[Dose]) -> Iterator[AmountGiven]:
    counts = Counter(_sums(doses))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1], item[0][0] or 0.0))
    for (amount, unit), times in ordered:
        yield AmountGiven(amount, unit, times)


def _sums(doses: Sequence[Dose]) -> Iterator[tuple[float | None, str]]:
    for _, session in groupby(doses, key=lambda dose: dose.given_at.at):
        yield _sum(list(session))


def _sum(rows: Sequence[Dose]) -> tuple[float | None, str]:
    """Add up the sites of a session; None where units differ or one was not written down."""
    units = {each.unit.strip() for each in rows}
    amounts = [each.amount for each in rows if each.amount is not None]
    if len(units) > 1 or len(amounts) < len(rows):
        return None, ""
    return round(sum(amounts), 6), units.pop()
