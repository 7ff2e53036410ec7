from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from unicodedata import category, normalize

from surcease.reports.legible import legible_text, with_texts

MISSING = "□"
"""Stands for a letter that the fonts of the report lack: a PDF that can be read aloud has none."""

MARKS_KEPT = range(0x0590, 0x0700)
"""Hebrew and Arabic vowel signs. Other marks that make no letter of their own are dropped: no font
places all of them on all letters."""

LONG_WORD = re.compile(r"\S{25,}")
BREAK_AFTER = re.compile(r"(.{12})")
BREAK = "\u200b"


def printable[T](value: T) -> T:
    """Copy a result with every text in it reduced to what the fonts of the report can show."""
    return with_texts(value, printable_text)


def printable_text(text: str) -> str:
    shown = "".join(map(_letter, normalize("NFC", legible_text(text))))
    return LONG_WORD.sub(lambda word: BREAK_AFTER.sub(rf"\1{BREAK}", word[0]), shown)


def _letter(letter: str) -> str:
    if category(letter).startswith("M") and ord(letter) not in MARKS_KEPT:
        return ""
    return letter if ord(letter) in _letters() else MISSING


@cache
def _letters() -> frozenset[int]:
    text = files("surcease.reports.pdf").joinpath("fonts/letters.txt").read_text(encoding="ascii")
    ranges = (map(_code, line.split("-")) for line in text.split())
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


def _code(text: str) -> int:
    return int(text, 16)
