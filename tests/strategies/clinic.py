"""Diaries told in short sentences that a neurologist can read, for the vectors of safety rules.

at 23:59 Imigran injection 6 mg            a dose, hours and minutes after the first midnight
at 0:10 sumatriptan_sc 6 mg, pain 8 then 8 with pain before it and at 30 minutes
on day 83 Botox 155 U                      at noon of a day, the first being day 0
3 times on days 0-2 sumatriptan_sc 6 mg    on each of several days
takes verapamil 240 mg/d from day 0 to 14
also takes propranolol until day 3
has no heart disease
ECG on day 14: rate 60, PR 180, Mobitz II
lab on day 3: lithium 1.5 mmol/L
notices trouble swallowing on day 3
attack at 0:00 for 90 min
person male, born 1970, FR
covered from day 0 to 60
looked at on day 15
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from surcease.diary import (
    Attack,
    Condition,
    Diary,
    Dose,
    Ecg,
    Lab,
    Medicine,
    Moment,
    Person,
    Regimen,
    Sex,
    Span,
    Symptom,
)

FIRST = datetime(2024, 1, 1, tzinfo=UTC)

_CLOCK = r"(?P<at>\d+:\d\d(?::\d\d)?)"
_DAYS = r"(?: from day (?P<first>\d+))?(?: (?:to|until) (?:day )?(?P<last>\d+))?"
_DOSE = (
    r"(?P<treatment>.+?)(?: (?P<amount>[\d.]+) (?P<unit>.+?))?(?: by (?P<route>\w+))?"
    r"(?:, pain (?P<before>\d+) then (?P<after>\d+))?"
    r"(?:, in (?P<minutes>[\d.]+) min)?(?:, (?P<volume>[\d.]+) mL)?(?:, noting (?P<notes>.+))?"
)
SENTENCES = {
    "dose_at": rf"at {_CLOCK} {_DOSE}",
    "dose_on": rf"(?:(?P<times>\d+) times )?on days? (?P<first>\d+)(?:-(?P<last>\d+))? {_DOSE}",
    "regimen": rf"takes (?P<treatment>.+) (?P<amount>[\d.]+) (?P<unit>.+)/d{_DAYS}",
    "medicine": rf"also takes (?P<medicine>.+?){_DAYS}",
    "condition": rf"has (?P<absent>no )?(?P<condition>.+?){_DAYS}",
    "ecg": r"ECG on day (?P<on>\d+): rate (?P<rate>\d+), PR (?P<pr>\d+)(?:, (?P<found>.+))?",
    "lab": r"lab on day (?P<on>\d+): (?P<test>.+?) (?P<value>[\d.]+) (?P<unit>\S+)"
    r"(?: (?P<assay>.+))?",
    "symptom_on": r"notices (?P<symptom>.+) on day (?P<on>\d+)",
    "symptom_at": rf"notices (?P<symptom>.+) at {_CLOCK}",
    "attack": rf"attack at {_CLOCK}(?: for (?P<minutes>\d+) min)?",
    "person": r"person (?P<sex>male|female)(?:, born (?P<born>\d+))?(?:, (?P<country>[A-Z]{2}))?",
    "covered": r"covered from day (?P<first>\d+) to (?P<last>\d+)",
    "looked": r"looked at on day (?P<on>\d+)",
}


@dataclass
class Case:
    """A diary told so far, and the day on which it is looked at."""

    diary: Diary = field(default_factory=lambda: Diary("UTC"))
    as_of: date | None = None

    def add(self, table: str, *events: Any) -> None:
        self.diary = replace(self.diary, **{table: (*getattr(self.diary, table), *events)})


def told(sentences: list[str]) -> Case:
    case = Case()
    for sentence in sentences:
        _tell(case, sentence)
    return case


def moment(after: timedelta) -> Moment:
    return Moment.of(FIRST + after, "UTC")


def clock(text: str) -> timedelta:
    hours, minutes, seconds = (*map(int, text.split(":")), 0)[:3]
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def day(number: str | int | None) -> date | None:
    return None if number is None else FIRST.date() + timedelta(days=int(number))


def _tell(case: Case, sentence: str) -> None:
    for kind, form in SENTENCES.items():
        found = re.fullmatch(form, sentence)
        if found:
            _ADD[kind](case, found.groupdict())
            return
    raise ValueError(f"not a sentence of this language: {sentence}")


def _dose(said: dict[str, Any], at: timedelta) -> Dose:
    numbers = {"amount": "amount", "intensity_before": "before", "intensity_30_min": "after"}
    numbers |= {"duration_min": "minutes", "volume_ml": "volume"}
    known = {name: float(said[key]) for name, key in numbers.items() if said[key]}
    words = {"unit": said["unit"] or "", "route": said["route"] or "", "notes": said["notes"] or ""}
    return Dose(moment(at), said["treatment"], **known, **words)


def _dose_at(case: Case, said: dict[str, Any]) -> None:
    case.add("doses", _dose(said, clock(said["at"])))


def _dose_on(case: Case, said: dict[str, Any]) -> None:
    case.add("doses", *_doses_on(said))


def _doses_on(said: dict[str, Any]) -> Iterator[Dose]:
    first, last = int(said["first"]), int(said["last"] or said["first"])
    for number in range(first, last + 1):
        for nth in range(int(said["times"] or 1)):
            yield _dose(said, timedelta(days=number, hours=12 + 2 * nth))


def _regimen(case: Case, said: dict[str, Any]) -> None:
    start = day(said["first"] or 0)
    assert start is not None
    amount = float(said["amount"])
    case.add("regimens", Regimen(said["treatment"], amount, said["unit"], start, day(said["last"])))


def _medicine(case: Case, said: dict[str, Any]) -> None:
    case.add("medicines", Medicine(said["medicine"], day(said["first"]), day(said["last"])))


def _condition(case: Case, said: dict[str, Any]) -> None:
    span = day(said["first"]), day(said["last"])
    case.add("conditions", Condition(said["condition"], not said["absent"], *span))


def _ecg(case: Case, said: dict[str, Any]) -> None:
    on = day(said["on"])
    assert on is not None
    found = tuple(filter(None, [said["found"]]))
    case.add("ecgs", Ecg(on, float(said["rate"]), float(said["pr"]), found))


def _lab(case: Case, said: dict[str, Any]) -> None:
    at = moment(timedelta(days=int(said["on"]), hours=9))
    lab = Lab(at, said["test"], float(said["value"]), said["unit"], said["assay"] or "")
    case.add("labs", lab)


def _symptom_on(case: Case, said: dict[str, Any]) -> None:
    at = moment(timedelta(days=int(said["on"]), hours=15))
    case.add("symptoms", Symptom(at, said["symptom"]))


def _symptom_at(case: Case, said: dict[str, Any]) -> None:
    case.add("symptoms", Symptom(moment(clock(said["at"])), said["symptom"]))


def _attack(case: Case, said: dict[str, Any]) -> None:
    start = clock(said["at"])
    minutes = said["minutes"]
    end = moment(start + timedelta(minutes=int(minutes))) if minutes else None
    case.add("attacks", Attack(moment(start), end))


def _person(case: Case, said: dict[str, Any]) -> None:
    born = int(said["born"]) if said["born"] else None
    case.diary = replace(case.diary, person=Person(born, Sex(said["sex"]), said["country"] or ""))


def _covered(case: Case, said: dict[str, Any]) -> None:
    first, last = day(said["first"]), day(said["last"])
    assert first is not None
    assert last is not None
    case.add("coverage", Span(first, last))


def _looked(case: Case, said: dict[str, Any]) -> None:
    case.as_of = day(said["on"])


_ADD = {
    "dose_at": _dose_at,
    "dose_on": _dose_on,
    "regimen": _regimen,
    "medicine": _medicine,
    "condition": _condition,
    "ecg": _ecg,
    "lab": _lab,
    "symptom_on": _symptom_on,
    "symptom_at": _symptom_at,
    "attack": _attack,
    "person": _person,
    "covered": _covered,
    "looked": _looked,
}
