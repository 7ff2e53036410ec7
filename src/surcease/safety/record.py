"""What rules read: a diary with its doses resolved, in an order that does not depend on entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby, islice, takewhile
from operator import itemgetter

from surcease.diary import Diary, DiaryError, Dose, Ecg, Lab, Moment, Regimen, distinct_doses
from surcease.formulary import Fact, Treatment, convert, treatment_named
from surcease.formulary.classes import classes, fact_at
from surcease.formulary.spelling import tidy, tokens
from surcease.formulary.vocabulary import conditions, conditions_in, is_denied, medicine_groups_in
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


@dataclass(frozen=True, slots=True)
class Level:
    """What was taken of a daily treatment from one day to another; no end: still going on."""

    amount: float
    from_on: date
    to_on: date | None

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True)
class Other:
    """Another medicine, or a treatment that is also one, by the groups it belongs to."""

    name: str
    groups: frozenset[str]
    from_on: date | None
    to_on: date | None

    @classmethod
    def named(cls, name: str, from_on: date | None, to_on: date | None) -> Other:
        groups = frozenset[str]() if is_denied(name) else medicine_groups_in(name)
        return cls(name, groups, from_on, to_on)

    def taken_on(self, day: date) -> bool:
        return self._begun(day) and (self.to_on is None or day <= self.to_on)

    def _begun(self, day: date) -> bool:
        return self.from_on is None or self.from_on <= day

    def days_since(self, day: date) -> int | None:
        """How many days ago it was last taken: 0 while taken, None before it began."""
        if not self._begun(day):
            return None
        return 0 if self.to_on is None else max((day - self.to_on).days, 0)


@dataclass(frozen=True)
class Record:
    """A diary as rules read it, up to a day: what is dated later is not looked at."""

    diary: Diary
    as_of: date

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        """Every dose of a treatment that the formulary knows, earliest first."""
        together: defaultdict[tuple[datetime, str], list[Dose]] = defaultdict(list)
        for dose in self.doses:
            known = treatment_named(dose.treatment)
            if known is not None:
                together[dose.given_at.at, known.key].append(dose)
        return tuple(_taken(key, doses) for (_, key), doses in sorted(together.items()))

    @cached_property
    def doses(self) -> tuple[Dose, ...]:
        """What was given, in an order of its own; a dose of nothing was not given."""
        rows = (each for each in self.diary.doses if each.given_at.on <= self.as_of)
        ordered = replace(self.diary, doses=tuple(sorted(rows, key=_dose_order)))
        return tuple(each for each in distinct_doses(ordered).events if each.amount != 0)

    @cached_property
    def regimens(self) -> tuple[tuple[Treatment, Regimen], ...]:
        begun = [each for each in self.diary.regimens if each.from_on <= self.as_of]
        known = [(treatment_named(each.treatment), each) for each in begun]
        ordered = sorted(known, key=lambda pair: (pair[1].from_on, pair[1].treatment))
        return tuple((known, each) for known, each in ordered if known and each.amount_per_day)

    @cached_property
    def others(self) -> tuple[Other, ...]:
        """Medicines by group: those of medicines.csv, and treatments that are such as well."""
        written = [Other.named(e.medicine, e.from_on, e.to_on) for e in self.diary.medicines]
        written += [Other.named(e.treatment, e.from_on, e.to_on) for e in self.diary.regimens]
        given = dict.fromkeys((each.treatment, each.given_at.on) for each in self.doses)
        written += [Other.named(treatment, on, on) for treatment, on in given]
        others = {each for each in written if each.groups}
        return tuple(sorted(others, key=_other_order))

    @property
    def knows_medicines(self) -> bool:
        return bool(self.diary.medicines)

    @cached_property
    def ecgs(self) -> tuple[Ecg, ...]:
        done = (each for each in self.diary.ecgs if each.on <= self.as_of)
        return tuple(sorted(done, key=lambda each: (each.on, each.findings)))

    def of(self, *keys: str) -> tuple[Taken, ...]:
        return tuple(each for each in self.taken if each.key in keys)

    def of_class(self, key: str) -> tuple[Taken, ...]:
        return self.of(*classes()[key].drug_of)

    def levels(self, key: str) -> tuple[Level, ...]:
        """Return the daily amounts of a treatment over time, overlapping regimens added up."""
        own = [(each, _daily(known, each)) for known, each in self.regimens if known.key == key]
        amounts = [(regimen, amount) for regimen, amount in own if amount is not None]
        return tuple(_levels(amounts))

    def by_day(self, key: str) -> dict[date, float]:
        """Return what was taken of a treatment on each day that has doses of it."""
        days: defaultdict[date, float] = defaultdict(float)
        for each in self.of(key):
            days[each.on] += each.known_amount
        return dict(days)

    def spans(self, key: str) -> tuple[tuple[date, date], ...]:
        """Return the days on which regimens of a treatment ran, at most until today."""
        return tuple(
            (each.from_on, min(each.to_on or self.as_of, self.as_of))
            for known, each in self.regimens
            if known.key == key
        )

    def has(self, condition: str, on: date) -> bool | None:
        """Tell whether a condition was there on a day; None where the diary does not say."""
        said = [each for each in self._conditions if each[0].holds_on(on)]
        if any(present and condition in keys for _, keys, present in said):
            return True
        wider = conditions()[condition].part_of | {condition}
        denied = any(not present and wider & keys for _, keys, present in said)
        return False if denied else None

    @cached_property
    def condition_edges(self) -> tuple[date, ...]:
        """The first day of each condition, its last, and the day after, earliest first."""
        periods = [period for period, _, _ in self._conditions]
        first = {each.from_on for each in periods if each.from_on}
        last = {each.to_on for each in periods if each.to_on and each.to_on < self.as_of}
        return tuple(sorted(first | last | {_after(each) for each in last}))

    @cached_property
    def _conditions(self) -> tuple[tuple[_Period, frozenset[str], bool], ...]:
        return tuple(
            (
                _Period(each.from_on, each.to_on),
                conditions_in(each.condition),
                each.present and not is_denied(each.condition),
            )
            for each in self.diary.conditions
        )

    def labs(self, *names: str) -> tuple[Lab, ...]:
        """Return the laboratory values whose test is called so, earliest first."""
        wanted = {"".join(filter(str.isalnum, name.casefold())) for name in names}
        found = (
            each
            for each in self.diary.labs
            if "".join(filter(str.isalnum, each.test.casefold())) in wanted
            and each.taken_at.on <= self.as_of
        )
        return tuple(sorted(found, key=lambda each: (each.taken_at.at, each.value)))

    @cached_property
    def lithium_levels(self) -> tuple[Lab, ...]:
        return self.labs("lithium", "Li", "lithium level", "serum lithium")

    def medicines(self, group: str, on: date) -> tuple[Other, ...]:
        return tuple(each for each in self.others if group in each.groups and each.taken_on(on))


@dataclass(frozen=True, slots=True)
class _Period:
    from_on: date | None
    to_on: date | None

    def holds_on(self, day: date) -> bool:
        return (self.from_on or date.min) <= day <= (self.to_on or date.max)


def shortly_before(doses: Sequence[Taken], nth: int, span: timedelta) -> tuple[Taken, ...]:
    """Return the doses before the nth that are less than `span` away from it, earliest first."""
    recent = takewhile(
        lambda each: doses[nth].at - each.at < span, islice(reversed(doses), len(doses) - nth, None)
    )
    return tuple(recent)[::-1]


def _taken(key: str, doses: Iterable[Dose]) -> Taken:
    known = treatment_named(key)
    if known is None:
        raise DiaryError("{key} is not a treatment of the formulary", key=key)
    doses = tuple(doses)
    return Taken(known, doses, tuple(_amount(known, each) for each in doses))


def _amount(known: Treatment, dose: Dose) -> float | None:
    """Return the amount in the treatment's first unit, or None: rules say that it is missing."""
    if dose.amount is None or not dose.unit.strip():
        return None
    try:
        return convert(dose.amount, dose.unit, known.units[0], known.key)
    except DiaryError:
        return None


def _daily(known: Treatment, regimen: Regimen) -> float | None:
    try:
        return convert(regimen.amount_per_day, regimen.unit, known.units[0], known.key)
    except DiaryError:
        return None


def _levels(amounts: list[tuple[Regimen, float]]) -> Iterator[Level]:
    """Yield a level for each change of the amount: a new row that goes on as before is none."""
    edges = {regimen.from_on for regimen, _ in amounts}
    edges |= {_after(regimen.to_on) for regimen, _ in amounts if regimen.to_on is not None}
    totals = [(on, _total(amounts, on)) for on in sorted(edges)]
    changes = [next(same) for _, same in groupby(totals, key=itemgetter(1))]
    ends = [*(_before(on) for on, _ in changes[1:]), None]
    for (start, amount), end in zip(changes, ends, strict=False):
        if amount:
            yield Level(amount, start, end)


def _total(amounts: list[tuple[Regimen, float]], on: date) -> float:
    return sum(sorted(amount for regimen, amount in amounts if _holds(regimen, on)))


def _holds(regimen: Regimen, on: date) -> bool:
    return regimen.from_on <= on and (regimen.to_on is None or on <= regimen.to_on)


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _other_order(other: Other) -> tuple[str, date, date]:
    return other.name, other.from_on or date.min, other.to_on or date.max


def _dose_order(dose: Dose) -> tuple[datetime, str]:
    """Order doses by all that they say, so that it does not matter which was entered first."""
    return dose.given_at.at, repr(dose)
