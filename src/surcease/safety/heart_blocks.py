from __future__ import annotations

from enum import StrEnum

from surcease.diary import Ecg
from surcease.formulary.spelling import normal

_WORDS = {
    "wenckebach": "wenckebach",
    "mobitz i": "wenckebach",
    "mobitz 1": "wenckebach",
    "mobitz ii": "mobitz_2",
    "mobitz 2": "mobitz_2",
    "third degree": "third_degree",
    "3rd degree": "third_degree",
    "complete heart block": "third_degree",
    "complete av block": "third_degree",
    "avb3": "third_degree",
    "first degree": "first_degree",
    "1st degree": "first_degree",
    "avb1": "first_degree",
}


class Block(StrEnum):
    """Blocks of conduction from the atria to the ventricles that an ECG can show."""

    FIRST_DEGREE = "first_degree"
    WENCKEBACH = "wenckebach"
    MOBITZ_2 = "mobitz_2"
    THIRD_DEGREE = "third_degree"


def blocks_in(ecg: Ecg) -> frozenset[Block]:
    """Return the blocks that the findings of an ECG name; "no ..." names none."""
    found: set[Block] = set()
    for finding in ecg.findings:
        text = f" {normal(finding)} "
        if not text.startswith((" no ", " not ", " without ")):
            found.update(Block(key) for word, key in _WORDS.items() if f" {word} " in text)
    return frozenset(found)
