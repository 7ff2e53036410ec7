"""Doses as rules read them: those of one treatment at one instant, in its own unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice, takewhile

from surcease.diary import DiaryError, Dose, Moment
from surcease.formulary import Fact, Treatment, convert
from surcease.formulary.classes import fact_at
from surcease.formulary.spelling import tidy, tokens
from surcease.formulary.words import routes_said


@dataclass(frozen=True, slots=True)
class Taken:
    """The doses of one treatment at one instant.

    `amount` is their sum in `unit`, the treatment's own; None where one was not written down or
    cannot be converted. `known_amount` leaves such out of the sum.
    """

    known: Treatment
    doses: tuple[Dose, ...]
    amounts: tuple[float | None, ...]

    @property
    def key(self) -> str:
        return self.known.key

    @property
    def name(self) -> str:
        return self.known.shown

    @property
    def unit(self) -> str:
        return self.known.units[0]

    @property
    def given_at(self) -> Moment:
        return self.doses[0].given_at

    @property
    def at(self) -> datetime:
        return self.given_at.at

    @property
    def on(self) -> date:
        return self.given_at.on

    @property
    def known_amount(self) -> float:
        return sum(each for each in self.amounts if each is not None)

    @property
    def amount(self) -> float | None:
        return None if None in self.amounts else self.known_amount

    @property
    def routes(self) -> frozenset[str]:
        """The routes that the entry leaves open: one, or all that the treatment has."""
        written = " ".join((self.doses[0].route, self.doses[0].treatment))
        said = routes_said(tokens(tidy(written)))
        return (said or frozenset(self.known.routes)) & frozenset(self.known.routes)

    def fact(self, name: str) -> Fact:
        return fact_at(f"{self.key}.{name}", self.on)


def taken_together(known: Treatment, doses: Iterable[Dose]) -> Taken:
    doses = tuple(doses)
    return Taken(known, doses, tuple(_amount(known, each) for each in doses))


def doses_of(taken: Iterable[Taken]) -> tuple[Dose, ...]:
    return tuple(dose for each in taken for dose in each.doses)


def shortly_before(doses: Sequence[Taken], nth: int, span: timedelta) -> tuple[Taken, ...]:
    """Return the doses before the nth that are less than `span` away from it, earliest first."""
    recent = takewhile(
        lambda each: doses[nth].at - each.at < span, islice(reversed(doses), len(doses) - nth, None)
    )
    return tuple(recent)[::-1]


def _amount(known: Treatment, dose: Dose) -> float | None:
    """Return the amount in the treatment's first unit, or None: rules say that it is missing."""
    if dose.amount is None or not dose.unit.strip():
        return None
    try:
        return convert(dose.amount, dose.unit, known.units[0], known.key)
    except DiaryError:
        return None
