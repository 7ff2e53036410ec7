from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from surcease.diary import Diary
from surcease.formulary.vocabulary import symptom_groups_in


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """Someone to talk to, by region; `tag` is V where the number was read at its source."""

    place: str
    name: str
    shown: str
    dial: str
    source: str
    tag: str


def crisis_lines() -> list[CrisisLine]:
    text = files("surcease.safety").joinpath("data/crisis.toml").read_text(encoding="utf-8")
    return [CrisisLine(**line) for line in tomllib.loads(text)["lines"]]


def speaks_of_ideation(diary: Diary) -> bool:
    """Tell whether anything in a diary speaks of not wanting to live, in an attack or outside.

    It decides only what is shown first, on the screen of whoever reads the diary: it is no score,
    it leaves in no export, and it keeps nobody from writing (rules Z02 to Z05).
    """
    return any("ideation" in symptom_groups_in(text) for text in _texts(diary))


def _texts(diary: Diary) -> Iterator[str]:
    for attack in diary.attacks:
        yield from (attack.notes, *attack.symptoms)
    for dose in diary.doses:
        yield dose.notes
    for sign in diary.symptoms:
        yield from (sign.symptom, sign.notes)
    for condition in diary.conditions:
        yield from (condition.condition, condition.notes)
