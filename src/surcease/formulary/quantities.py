from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from surcease.formulary.spelling import blanked, plain
from surcease.formulary.ucum import spellings
from surcease.formulary.words import words

NUMBER = r"(?:\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[.,]\d+)"
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ .,]\d{3})+")
WHOLE_UNITS = frozenset({"[IU]", "U"})
REPEATED = re.compile(r"(?<!\w)(?:x\s?([1-9])(?!\w)|([1-9])\s?x(?=\s?\d|\W|$))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text and its place there; `amount` is None where the text leaves it open."""

    amount: float | None
    unit: str
    start: int
    end: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the amounts in a text: "6 mg", ",5 liter", "10-25l/min", "2 stk", "1/2", "10".

    The unit is a UCUM code, or empty for a bare number; a volume that the amount comes in
    ("6mg/0.5ml") is left out.
    """
    return tuple(_quantity(match) for match in _pattern().finditer(plain(text)))


def repetitions(text: str) -> tuple[float, str]:
    """Return how often a dose was given ("x2") and the text with blanks in its place."""
    match = REPEATED.search(text)
    if match is None:
        return 1, text
    return float(match[1] or match[2]), blanked(text, [match.span()])


@cache
def _pattern() -> re.Pattern[str]:
    units = sorted(spellings(), key=len, reverse=True)
    unit = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in units)
    return re.compile(
        rf"(?P<part>(?<!\w)(?:{'|'.join(words().parts)}|\d\s?/\s?\d)(?!\w))"
        # In "name - 1 joint - form" any word after the number is its unit.
        rf"|(?<=\s-\s)(?P<count>{NUMBER})\s+(?P<own>[^\W\d_]+)(?=\s+-\s|\s*$)"
        rf"|(?<![\w.,:/])(?P<number>{NUMBER})(?:\s*(?:-|to)\s*(?P<to>{NUMBER}))?"
        rf"(?:\s*(?P<unit>{unit})(?:\s?/\s?{NUMBER}\s?ml)?(?!\w)|(?![\w:/]|-\w))"
    )


def _quantity(match: re.Match[str]) -> Quantity:
    unit = _unit(match["own"], match["unit"])
    left_open = match["part"] or match["to"]
    amount = None if left_open else _number(match["number"] or match["count"], unit)
    return Quantity(amount, unit, match.start(), match.end())


def _unit(own: str | None, written: str | None) -> str:
    spelled = " ".join((written or own or "").split())
    unknown = f"{{{own}}}" if own and own not in words().beside else ""
    return spellings().get(spelled, unknown)


def _number(digits: str, unit: str) -> float | None:
    """Read a number; "1.000" is a thousand or one, which only a unit without fractions settles."""
    if THOUSANDS.fullmatch(digits):
        return float(re.sub(r"\D", "", digits)) if unit in WHOLE_UNITS else None
    return float(digits.replace(",", "."))
