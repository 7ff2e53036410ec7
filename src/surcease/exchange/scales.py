from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from surcease.diary import DiaryError
from surcease.exchange.cells import Cell, number_of, text_of
from surcease.exchange.words import severity_named

WORDS = "words"

_RANGE = re.compile(r"(?<!\d)(\d{1,3})\s*(?:-|\u2013|to|\.\.)\s*(\d{1,3})(?!\d)")
_OUT_OF = re.compile(r"/\s*(\d{1,3})\s*$")
_ENOUGH_TO_SEE_A_TOP_OF_5 = 10


@dataclass(frozen=True, slots=True)
class Scale:
    """An intensity scale; its top is the worst pain, which is 10 in a diary.

    A scale that begins at 1 has no number for no pain, so its top alone says how to convert it.
    """

    lowest: int
    top: int

    @classmethod
    def named(cls, text: str) -> Scale:
        """Read "0-10", "1-5", "0-100" or "words"."""
        if text == WORDS:
            return cls(0, 10)
        found = _RANGE.fullmatch(text.strip())
        if found is None or not int(found[1]) < int(found[2]):
            raise DiaryError("an intensity scale is written like 0-10, 1-5, 0-100 or words")
        return cls(int(found[1]), int(found[2]))

    def intensity(self, cell: Cell) -> float | None:
        """Return the entry on the 0 to 10 scale; None where it is neither number nor known word.

        Numbers may be written "7", "7-8", which is 7.5, or "4/5", which brings its own top.
        Raises DiaryError off the scale.
        """
        value = _value(cell)
        if value is None:
            return severity_named(text_of(cell))
        own_top = _OUT_OF.search(text_of(cell))
        top = int(own_top[1]) if own_top else self.top
        if not 0 <= value <= top:
            raise DiaryError("the intensity is outside {scale}", scale=self)
        return value * 10 / top if top else None

    def __str__(self) -> str:
        return f"{self.lowest}-{self.top}"


def guess_scale(header: str, cells: Sequence[Cell]) -> str:
    """Guess a scale from what the header says, else from the entries.

    Entries that reach 5 and never pass it are taken as a scale to 5 once there are enough of
    them; a few above 10 are slips of the hand, most of them above 10 a scale to 100.
    """
    values = [value for cell in cells if (value := _value(cell)) is not None]
    if len(values) < len(cells) / 2:
        return WORDS
    if said := _said(header):
        return said
    if sum(value > 10 for value in values) > len(values) / 2:
        return "0-100"
    all_to_5 = len(values) >= _ENOUGH_TO_SEE_A_TOP_OF_5 and max(values) == 5
    return "0-5" if all_to_5 else "0-10"


def _said(header: str) -> str | None:
    """Return the scale that a header such as "Pain (1-5)" or "Pain /10" names."""
    header = header.rstrip(" )]")
    if found := _RANGE.search(header):
        return f"{int(found[1])}-{int(found[2])}"
    found = _OUT_OF.search(header)
    return f"0-{int(found[1])}" if found else None


def _value(cell: Cell) -> float | None:
    if (number := number_of(cell)) is not None:
        return number
    low, _, high = _OUT_OF.sub("", text_of(cell)).partition("-")
    ends = [number_of(low.strip()), number_of(high.strip() or low.strip())]
    known = [end for end in ends if end is not None]
    return sum(known) / 2 if len(known) == 2 else None
