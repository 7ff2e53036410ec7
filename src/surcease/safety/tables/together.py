"""What does not go together: one row of data/together.toml is one part of a rule."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from surcease.formulary import Fact, treatments
from surcease.formulary.classes import classes
from surcease.formulary.parse import parsed_fact
from surcease.formulary.vocabulary import conditions, medicine_group_in_words
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.other import Other
from surcease.safety.record import Record
from surcease.safety.rule import Rule, Seen
from surcease.safety.taken import Taken


@dataclass(frozen=True, slots=True)
class Together:
    """Treatments that do not go with some conditions, or with some medicines.

    `fact` says why, with its source.
    """

    severity: Severity
    treatments: tuple[str, ...]
    conditions: tuple[str, ...]
    medicines: tuple[str, ...]
    fact: Fact

    def check(self, record: Record) -> Iterator[Seen]:
        for key in self.treatments:
            doses = record.of(key)
            if doses or record.spans(key):
                yield from self._with_conditions(record, key, doses)
                yield from self._with_medicines(record, key, doses)

    def _with_conditions(
        self, record: Record, key: str, doses: Sequence[Taken]
    ) -> Iterator[Remark | Lack]:
        for condition in self.conditions:
            meant = conditions()[condition].shown
            days = _days(record, key, doses)
            unsaid = [on for on in days if record.has(condition, on) is None]
            if unsaid:
                yield Lack(_asked(record, condition, unsaid), "conditions.csv")
            concerned = [each for each in doses if record.has(condition, each.on)]
            regimen_days = [on for on in _regimen_days(record, key) if record.has(condition, on)]
            if concerned or regimen_days:
                yield self._remark(key, meant, concerned, regimen_days)

    def _with_medicines(
        self, record: Record, key: str, doses: Sequence[Taken]
    ) -> Iterator[Remark | Lack]:
        if self.medicines and not record.knows_medicines:
            yield Lack(_("other medicines, or none"), "medicines.csv")
        for other in record.others:
            if other.groups & set(self.medicines):
                concerned = [each for each in doses if other.taken_on(each.on)]
                regimen_days = list(_shared_days(record, key, other))
                if concerned or regimen_days:
                    group = next(each for each in self.medicines if each in other.groups)
                    meant = medicine_group_in_words(group)
                    yield self._remark(key, meant, concerned, regimen_days)

    def _remark(
        self, key: str, meant: str, concerned: Sequence[Taken], regimen_days: Sequence[date]
    ) -> Remark:
        return Remark(
            self.severity,
            _("{treatment} and {other}: {why}").format(
                treatment=treatments()[key].shown, other=meant, why=self.fact.statement
            ),
            max([*regimen_days, *(each.on for each in concerned)]),
            tuple(dose for each in concerned for dose in each.doses),
            (self.fact,),
        )


def together_rules() -> Iterator[Rule]:
    text = files("surcease.safety").joinpath("data/together.toml").read_text(encoding="utf-8")
    for row in tomllib.loads(text)["together"]:
        fact = parsed_fact(
            "together.toml",
            {"value": row["why"], "source": row["source"], "tag": row["tag"], "from": "always"}
            | ({"also": row["also"]} if "also" in row else {}),
        )
        both = Together(
            Severity(row["severity"]),
            tuple(key for each in row["treatments"] for key in _members(each)),
            tuple(row.get("conditions", ())),
            tuple(row.get("medicines", ())),
            fact,
        )
        yield Rule(row["rule"], row["title"], row["ask"], (), both.check, (fact,))


def _asked(record: Record, condition: str, days: Sequence[date]) -> str:
    """Ask for a condition, or which one it is where only the wider word was said."""
    known = conditions()[condition]
    asked = known.asked.shown
    said = any(record.has(wider, on) for wider in known.part_of for on in days)
    return _("which {condition}").format(condition=asked) if said else asked


def _members(name: str) -> tuple[str, ...]:
    return tuple(classes()[name].drug_of) if name in classes() else (name,)


def _days(record: Record, key: str, doses: Sequence[Taken]) -> list[date]:
    return [*(each.on for each in doses), *_regimen_days(record, key)]


def _regimen_days(record: Record, key: str) -> Iterator[date]:
    """Yield the days of regimens that stand for all: between them no condition comes or goes."""
    for first, last in record.spans(key):
        yield first
        yield from (on for on in record.condition_edges if first < on < last)
        yield last


def _shared_days(record: Record, key: str, other: Other) -> Iterator[date]:
    """Yield the last day that each regimen of a treatment shared with another medicine."""
    for first, last in record.spans(key):
        start = max(first, other.from_on or date.min)
        end = min(last, other.to_on or date.max)
        if start <= end:
            yield end
