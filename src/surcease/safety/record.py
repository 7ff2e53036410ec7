"""What rules read: a diary with its doses resolved, in an order that does not depend on entry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from surcease.diary import Diary, Dose, Ecg, Lab, Regimen, distinct_doses
from surcease.formulary import Treatment, treatment_named, treatments
from surcease.formulary.classes import classes
from surcease.formulary.vocabulary import conditions, conditions_in, is_denied
from surcease.safety.level import Level, levels_of
from surcease.safety.other import Other
from surcease.safety.taken import Taken, doses_of, taken_together

_DAY = timedelta(days=1)


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
        return tuple(
            taken_together(treatments()[key], doses) for (_, key), doses in sorted(together.items())
        )

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
        rows = [(each.medicine, each.from_on, each.to_on) for each in self.diary.medicines]
        rows += [(each.treatment, each.from_on, each.to_on) for each in self.diary.regimens]
        rows += [(each.treatment, each.given_at.on, each.given_at.on) for each in self.doses]
        named = {Other.named(*each) for each in dict.fromkeys(rows)}
        others = [each for each in named if each.groups]
        return tuple(sorted(others, key=lambda each: each.order))

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
        own = (each for known, each in self.regimens if known.key == key)
        return levels_of(treatments()[key], own)

    def by_day(self, key: str) -> dict[date, float]:
        """Return what was taken of a treatment on each day that has doses of it."""
        days: defaultdict[date, float] = defaultdict(float)
        for each in self.of(key):
            days[each.on] += each.known_amount
        return dict(days)

    def doses_on(self, key: str, day: date) -> tuple[Dose, ...]:
        return doses_of(each for each in self.of(key) if each.on == day)

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
        return tuple(sorted(first | last | {each + _DAY for each in last}))

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


def _dose_order(dose: Dose) -> tuple[datetime, str]:
    """Order doses by all that they say, so that it does not matter which was entered first."""
    return dose.given_at.at, repr(dose)
