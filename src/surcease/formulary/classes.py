from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from surcease.formulary.errors import FormularyError
from surcease.formulary.load import treatments
from surcease.formulary.packaged import Table, packaged
from surcease.formulary.parse import parsed_facts
from surcease.formulary.treatment import Fact


@dataclass(frozen=True, slots=True)
class TreatmentClass:
    """What belongs together: the triptans, and facts about all of them.

    `drug_of` maps a treatment's key to its drug; an injection and a spray may hold the same one.
    """

    key: str
    name: str
    drug_of: Mapping[str, str]
    facts: Mapping[str, tuple[Fact, ...]]


@cache
def classes() -> Mapping[str, TreatmentClass]:
    """Return every class by its key."""
    loaded = {key: _parsed(key, table) for key, table in packaged("_classes.toml").items()}
    return MappingProxyType(loaded)


def fact_at(reference: str, on: date) -> Fact:
    """Return the fact that "verapamil.uk_step" or "triptan.risk_factors" names, as of a day.

    Raises FormularyError where none of that name held on the day.
    """
    key, _, name = reference.partition(".")
    held = classes()[key].facts if key in classes() else treatments()[key].facts
    holding = [fact for fact in held.get(name, ()) if fact.from_on <= on]
    if not holding:
        raise FormularyError(f"{reference} has no value on {on}")
    return holding[-1]


def _parsed(key: str, table: Table) -> TreatmentClass:
    where = f"_classes.toml, {key}"
    drug_of = {member: drug for drug, members in table["drugs"].items() for member in members}
    if unknown := [member for member in drug_of if member not in treatments()]:
        raise FormularyError(f"{where}: {unknown[0]!r} is not a treatment")
    facts = {
        name: parsed_facts(f"{where}, {name}", row) for name, row in table.get("facts", {}).items()
    }
    return TreatmentClass(key, table["name"], drug_of, facts)
