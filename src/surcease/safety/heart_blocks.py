from __future__ import annotations

import re
from collections.abc import Iterator
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

_CLAUSE_ENDS = re.compile(r"[,;.!?\n]|\s[-\u2013\u2014]+\s|\b(?:but|and)\b", re.IGNORECASE)

# A denial reaches a block over these words alone: "no change of a Mobitz II" denies no block.
_OVER = (
    r"(?: (?:a|an|any|the|signs?|evidence|history|of|for|or|nor|is|was|were|been|has|longer|more|"
    r"heart|av|atrioventricular|conduction|blocks?|avb[123]|degree|type|grade|high|complete|"
    r"mobitz|wenckebach|pauses?|first|second|third|1st|2nd|3rd|i{1,3}|[123]))*"
)
_DENIED_BEFORE = re.compile(rf"(?<! if) (?:no|not|without|neither|never|negative){_OVER} $")
_DENIED_AFTER = re.compile(
    rf"^{_OVER} (?:excluded|absent|ruled out|not (?:seen|present|found|detected|shown))$"
)


class Block(StrEnum):
    """Blocks of conduction from the atria to the ventricles that an ECG can show."""

    FIRST_DEGREE = "first_degree"
    WENCKEBACH = "wenckebach"
    MOBITZ_2 = "mobitz_2"
    THIRD_DEGREE = "third_degree"


def blocks_in(ecg: Ecg) -> frozenset[Block]:
    """Return the blocks that the findings of an ECG name, without those that they deny.

    A denial counts within its clause. Where it is not clear what is denied, the block is found.
    """
    clauses = (clause for each in ecg.findings for clause in _CLAUSE_ENDS.split(each))
    return frozenset(block for clause in clauses for block in _found(normal(clause)))


def _found(clause: str) -> Iterator[Block]:
    for word, key in _WORDS.items():
        for match in re.finditer(rf"\b{word}\b", clause):
            before, after = f" {clause[: match.start()]}", clause[match.end() :]
            if not _DENIED_BEFORE.search(before) and not _DENIED_AFTER.search(after):
                yield Block(key)
