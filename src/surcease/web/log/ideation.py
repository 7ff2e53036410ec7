"""The tick for thoughts of not wanting to live: one word among the symptoms of an attack.

So it is private by the rules that hold for that word wherever it stands, and needs none of its own.
"""

from __future__ import annotations

from surcease.diary.folder.cells import SYMPTOMS

WORD = "suicidal thoughts"


def is_ticked(symptoms: str) -> bool:
    return WORD in _words(symptoms)


def without_tick(symptoms: str) -> str:
    if not is_ticked(symptoms):
        return symptoms
    return SYMPTOMS.write(tuple(each for each in _words(symptoms) if each != WORD))


def with_tick(symptoms: str) -> str:
    return SYMPTOMS.write((*(each for each in _words(symptoms) if each != WORD), WORD))


def _words(symptoms: str) -> list[str]:
    return [each.strip() for each in SYMPTOMS.read(symptoms) if each.strip()]
