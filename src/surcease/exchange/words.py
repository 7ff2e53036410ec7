from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from surcease.diary.events import Side


@cache
def vocabulary() -> dict[str, Any]:
    """Return what people write for months, sides, kinds and severities, as held in words.toml."""
    return tomllib.loads(files("surcease.exchange").joinpath("words.toml").read_text("utf-8"))


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def means(meaning: str, text: str) -> bool:
    """Tell whether the whole text is one of the phrases listed under a meaning."""
    return " ".join(text.casefold().split()).strip(" .!-") in vocabulary()[meaning]


def mentions(meaning: str, text: str) -> bool:
    """Tell whether any word of the text starts with a stem listed under a meaning."""
    stems = tuple(vocabulary()[meaning])
    return any(word.startswith(stems) for word in words_in(text))


def month_named(word: str) -> int | None:
    """Return the month, 1 to 12, whose name or abbreviation this is in one of ten languages."""
    for number, stems in enumerate(vocabulary()["months"], start=1):
        if word.casefold().startswith(tuple(stems)):
            return number
    return None


def is_weekday(word: str) -> bool:
    return word.casefold().strip(".,").startswith(tuple(vocabulary()["weekdays"]))


def side_in(text: str) -> Side | None:
    """Return the side a text names; both when it names left and right."""
    words = set(words_in(text))
    named = {Side(side) for side, known in vocabulary()["sides"].items() if words & set(known)}
    if {Side.LEFT, Side.RIGHT} <= named:
        return Side.BOTH
    return named.pop() if len(named) == 1 else None


def severity_named(text: str) -> float | None:
    """Return the intensity (0 to 10) that words.toml gives to a word such as `severe`."""
    worded = " ".join(words_in(text))
    for level in vocabulary()["severities"]:
        if worded in level["words"]:
            return float(level["intensity"])
    return None


def unit_named(word: str) -> str | None:
    """Return the unit of time (d, h, min, s) that a word or abbreviation stands for."""
    units: dict[str, list[str]] = vocabulary()["units"]
    return next((unit for unit, words in units.items() if word.casefold() in words), None)
