from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from surcease.formulary.errors import FormularyError
from surcease.formulary.load import names_of, treatments
from surcease.formulary.packaged import Table, packaged
from surcease.formulary.spelling import Token, normal, phrases
from surcease.formulary.treatment import Treatment

SHORTEST_MISSPELT = 7
"""A shorter word with a slip in it is too easily another word."""


LEAST_LIKENESS = 60
"""Of 100; names less alike than this are not worth asking about."""


@dataclass(frozen=True, slots=True)
class Strength:
    """An amount that only one form of a drug comes in."""

    amount: float
    unit: str
    form: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name can mean: one treatment, or one of the forms of a drug.

    `otherwise` is the treatment meant where neither route nor strength tells the forms apart;
    without it the name alone means nothing certain.
    """

    forms: tuple[str, ...]
    otherwise: str | None = None
    strengths: tuple[Strength, ...] = ()

    def covers(self, other: Meaning) -> bool:
        """Whether the other name says the same, or says it more precisely."""
        return set(other.forms) <= {*self.forms, self.otherwise}


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a text, and its words there."""

    meaning: Meaning
    tokens: tuple[Token, ...]


@cache
def meanings() -> Mapping[str, Meaning]:
    """Return every name by which a treatment goes, plainly spelled, and what it means."""
    known = {n: Meaning((key,), key) for key, each in treatments().items() for n in names_of(each)}
    for table in packaged("_shared_names.toml")["shared"]:
        known |= dict.fromkeys(_shared_names(table), _shared_meaning(table))
    return known


def names_in(tokens: Sequence[Token]) -> tuple[Named, ...]:
    """Return the names in a text that are spelled as the formulary spells them."""
    known = meanings()
    found = [Named(known[phrase], run) for phrase, run in phrases(tokens, known, _longest())]
    return tuple(
        each
        for each in found
        if all(each.meaning == o.meaning or not each.meaning.covers(o.meaning) for o in found)
    )


def misspelt(phrase: str) -> Meaning | None:
    """Return what a phrase means with one letter wrong, missing, added or swapped, if one thing."""
    near = process.extract(
        phrase, list(meanings()), scorer=OSA.distance, score_cutoff=1, limit=None
    )
    found = {meanings()[name] for name, _, _ in near if _one_long_word_differs(phrase, name)}
    return found.pop() if len(found) == 1 else None


def forms_of(treatment: Treatment) -> tuple[str, ...]:
    """Return the keys of the forms of a treatment whose route is not stated; else none."""
    return tuple(key for key in meanings()[normal(treatment.key)].forms if key != treatment.key)


def nearest(text: str) -> tuple[str, ...]:
    """Return the keys of the treatments whose names come nearest to a text, the nearest first."""
    meaning = meanings().get(normal(text))
    if meaning is not None:
        return meaning.forms
    near = process.extract(
        normal(text), list(meanings()), scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=5
    )
    return tuple(dict.fromkeys(key for name, _, _ in near for key in meanings()[name].forms))


def _one_long_word_differs(phrase: str, name: str) -> bool:
    pairs = zip(phrase.split(), name.split(), strict=False)
    return len(phrase.split()) == len(name.split()) and all(
        one == other or min(len(one), len(other)) >= SHORTEST_MISSPELT for one, other in pairs
    )


@cache
def _longest() -> int:
    return max(len(name.split()) for name in meanings())


def _shared_names(table: Table) -> tuple[str, ...]:
    if "otherwise" in table:
        return tuple(names_of(treatments()[table["otherwise"]]))
    return tuple(normal(name) for name in table["names"])


def _shared_meaning(table: Table) -> Meaning:
    keys = [*table["forms"], *([table["otherwise"]] if "otherwise" in table else [])]
    if unknown := [key for key in keys if key not in treatments()]:
        raise FormularyError(f"_shared_names.toml: {unknown[0]!r} is not a treatment")
    strengths = tuple(Strength(**row) for row in table.get("strengths", []))
    return Meaning(tuple(table["forms"]), table.get("otherwise"), strengths)
