from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from surcease.formulary.errors import FormularyError
from surcease.formulary.packaged import packaged, treatment_keys
from surcease.formulary.parse import parsed_fact, parsed_treatment
from surcease.formulary.spelling import normal
from surcease.formulary.treatment import Fact, Treatment


@cache
def treatments() -> Mapping[str, Treatment]:
    """Return every treatment of the formulary by its key.

    Raises
    ------
    FormularyError
        A data file breaks its form, or two treatments share a name.
    """
    loaded = {key: parsed_treatment(key, packaged(f"{key}.toml")) for key in treatment_keys()}
    check_names(loaded.values())
    return MappingProxyType(loaded)


def default_fact(name: str) -> Fact:
    """Return the effect prior of a treatment that has none of its own.

    `name` is `onset_prior`, `duration_prior`, `lag_prior` (in d) or `reference_amount`, whose unit
    {usual} stands for the diary's own usual amount a day.
    """
    return _defaults()[name]


@cache
def _defaults() -> Mapping[str, Fact]:
    facts = packaged("_defaults.toml")["facts"]
    return {name: parsed_fact(f"_defaults.toml, {name}", row) for name, row in facts.items()}


def names_of(treatment: Treatment) -> Iterator[str]:
    """Yield every way to name a treatment: its key, its name and its aliases, spelled plainly."""
    seen = dict.fromkeys(map(normal, (treatment.key, treatment.name, *treatment.aliases)))
    yield from seen


def check_names(loaded: Iterable[Treatment]) -> None:
    """Refuse a name that two treatments claim."""
    owner: dict[str, str] = {}
    for treatment in loaded:
        for name in names_of(treatment):
            if owner.setdefault(name, treatment.key) != treatment.key:
                raise FormularyError(f"{treatment.key}.toml: {name!r} already names {owner[name]}")
