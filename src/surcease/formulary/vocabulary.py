"""Words for medicines, conditions and symptoms that rules ask about, as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from surcease.formulary.packaged import packaged
from surcease.formulary.spelling import normal, phrases, tidy, tokens
from surcease.formulary.words import words
from surcease.language import gettext as _


@dataclass(frozen=True, slots=True)
class ConditionWord:
    """A condition that rules ask for; `part_of` names the wider words whose "no" answers it."""

    key: str
    words: str
    part_of: frozenset[str]
    risk_factor: bool

    @property
    def shown(self) -> str:
        """Its words in the reader's language."""
        return _(self.words)

    @property
    def asked(self) -> ConditionWord:
        """What to ask for: the wider words where there are some, for one no answers them all."""
        wider = sorted(self.part_of)
        return conditions()[wider[0]] if wider else self


@cache
def conditions() -> Mapping[str, ConditionWord]:
    """Return every condition that rules ask for, by its key."""
    return {
        key: ConditionWord(
            key,
            table["words"],
            frozenset(table.get("part_of", ())),
            table.get("risk_factor", False),
        )
        for key, table in packaged("_conditions.toml").items()
    }


@lru_cache(maxsize=4096)
def conditions_in(text: str) -> frozenset[str]:
    """Return the keys of the conditions that a text names."""
    return _found(text, _meanings("_conditions.toml"))


@lru_cache(maxsize=4096)
def medicine_groups_in(text: str) -> frozenset[str]:
    """Return the groups of the medicines that a text names, such as beta_blocker."""
    return _found(text, _meanings("_medicines.toml"))


@lru_cache(maxsize=4096)
def symptom_groups_in(text: str) -> frozenset[str]:
    """Return what the symptoms in a text may be a sign of, such as toxin_spread."""
    return _found(text, _meanings("_symptoms.toml"))


def medicine_group_in_words(group: str) -> str:
    """Return a group of medicines as a sentence has it: "beta blocker", "an NSAID"."""
    return _(english_medicine_group(group))


def english_medicine_group(group: str) -> str:
    """Return a group of medicines in English: the key of its translation."""
    return group.replace("_", " ").replace("nsaid", "an NSAID")


def is_denied(text: str) -> bool:
    """Whether a text says "no ..." or just "none"."""
    said = [token.word for token in tokens(tidy(text))]
    return not said or said[0] in words().negations or normal(text) in words().nothing


@cache
def _meanings(file: str) -> Mapping[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for group, table in packaged(file).items():
        for spelling in table["names"]:
            known.setdefault(normal(spelling), set()).add(group)
    return {phrase: frozenset(groups) for phrase, groups in known.items()}


def _found(text: str, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    longest = max(len(phrase.split()) for phrase in known)
    found = (known[phrase] for phrase, _ in phrases(tokens(tidy(text)), known, longest))
    return frozenset().union(*found)
