from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from surcease.diary.errors import DiaryError
from surcease.formulary.packaged import packaged
from surcease.formulary.parse import parsed_fact
from surcease.formulary.treatment import Fact
from surcease.formulary.ucum import ucum


@dataclass(frozen=True, slots=True)
class Substance:
    """Something measured in several ways.

    `equal` holds amounts that are the same, by unit; `refused` the units that do not say what was
    measured, and `refusal` says so, and what to write instead.
    """

    treatments: frozenset[str]
    equal: Mapping[str, Fact]
    refused: frozenset[str]
    refusal: str


def convert(amount: float, from_unit: str, to_unit: str, treatment: str = "") -> float:
    """Return an amount in another unit.

    Parameters
    ----------
    from_unit, to_unit
        As people write them. Both may be rates with the same denominator (g/d to mg/d).
    treatment
        Key of what was measured. Magnesium has units of its own: mass of magnesium sulfate, mass
        of the element, mmol and mEq; a plain mass of it is refused.

    Raises
    ------
    DiaryError
        The units measure different things, or one does not say what it measures.
    """
    top, _, per = ucum(from_unit).partition("/")
    to_top, _, to_per = ucum(to_unit).partition("/")
    _refuse_plain_mass({top, to_top}, treatment)
    if per == to_per:
        if top == to_top:
            return amount
        for equal in _scales(treatment):
            if top in equal and to_top in equal:
                return amount * equal[to_top] / equal[top]
    raise DiaryError("the two units do not measure the same thing")


@cache
def substances() -> tuple[Substance, ...]:
    return tuple(
        Substance(
            frozenset(table["treatments"]),
            {
                unit: parsed_fact(f"_units.toml, {unit}", row)
                for unit, row in table["equal"].items()
            },
            frozenset(table["refused"]),
            table["refusal"],
        )
        for table in packaged("_units.toml")["substance"]
    )


def _substances_of(treatment: str) -> Iterator[Substance]:
    yield from (each for each in substances() if treatment in each.treatments)


def _refuse_plain_mass(units: set[str], treatment: str) -> None:
    for substance in _substances_of(treatment):
        if units & substance.refused:
            raise DiaryError(substance.refusal)


def _scales(treatment: str) -> Iterator[Mapping[str, float]]:
    yield from packaged("_units.toml")["scales"]
    for substance in _substances_of(treatment):
        yield {unit: float(fact.value) for unit, fact in substance.equal.items()}
