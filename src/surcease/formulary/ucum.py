from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from surcease.diary.errors import DiaryError
from surcease.formulary.packaged import packaged
from surcease.formulary.spelling import plain

ANNOTATION = re.compile(r"\{[^{}\s]+\}")


@cache
def spellings() -> Mapping[str, str]:
    """Return every way of writing a unit, plain, and the UCUM code it stands for."""
    rows = packaged("_units.toml")["spellings"]
    return {_squeezed(spelling): row[0] for row in rows for spelling in row}


def ucum(text: str) -> str:
    """Return the UCUM code of a unit as people write it: "MG" is mg, "g MgSO4" is g{MgSO4}.

    Raises
    ------
    DiaryError
        The unit is not known, or does not say what it measures ("g Mg").
    """
    written = text.strip()
    if _is_code(written):
        return written
    _refuse_unclear(written)
    top, *below = written.split("/")
    whole = spellings().get(_squeezed(written))
    if whole is None and below and top.strip():
        whole = "/".join(ucum(part) for part in (top, *below))
    if whole is None:
        raise DiaryError("a unit that is not known; write for example mg, mL, U, [IU] or L/min")
    return whole


def is_unit(code: str) -> bool:
    """Whether a code is made of the UCUM units that the formulary knows."""
    top, *below = code.split("/")
    return all(_is_code(part) for part in (top, *below) if part or not below) and bool(code)


def _is_code(code: str) -> bool:
    return code in _codes() or bool(ANNOTATION.fullmatch(code))


@cache
def _codes() -> frozenset[str]:
    return frozenset(row[0] for row in packaged("_units.toml")["spellings"])


def _refuse_unclear(written: str) -> None:
    for substance in packaged("_units.toml")["substance"]:
        if _squeezed(written) in substance["unclear"]:
            raise DiaryError(substance["refusal"])


def _squeezed(text: str) -> str:
    return " ".join(plain(text).split())
