"""Whether two texts say the same but for what another processor rounds otherwise.

The last bit of a sum decides now and then which way a draw goes, so a count made from draws differs
from one machine to the next by its Monte Carlo error.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from math import isclose

_NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")
_SHARE = 0.05
_UNITS = 1.5


def differences(shown: str, made: str) -> list[tuple[str, str]]:
    """Return the parts that differ: in any word, or in a number by a twentieth and by over one."""
    parts = zip_longest(_parts(shown), _parts(made), fillvalue="")
    return [(one, other) for one, other in parts if not _alike(one, other)]


def _parts(text: str) -> list[str]:
    return re.findall(rf"{_NUMBER.pattern}|\D+", text)


def _alike(one: str, other: str) -> bool:
    if not (_NUMBER.fullmatch(one) and _NUMBER.fullmatch(other)):
        return one == other
    return isclose(_value(one), _value(other), rel_tol=_SHARE, abs_tol=_UNITS)


def _value(number: str) -> float:
    return float(number.replace(",", ""))
