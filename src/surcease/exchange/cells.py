from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class JsonDocument:
    """What a JSON file, or a line of NDJSON, holds."""

    content: Any = field(repr=False)


type Cell = str | float | int | bool | date | time | datetime | timedelta | JsonDocument
"""One cell as a spreadsheet types it; every cell of a text table is a str. Blank is the str ''."""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def text_of(cell: Cell) -> str:
    """Return the cell as a person would have written it: 6, not 6.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell).strip()


def number_of(cell: Cell) -> float | None:
    """Return a finite number, with either a decimal point or a decimal comma; else None."""
    if isinstance(cell, bool):
        return None
    if not isinstance(cell, int | float):
        text = text_of(cell)
        if not _NUMBER.fullmatch(text):
            return None
        cell = float(text.replace(",", "."))
    return float(cell) if math.isfinite(cell) else None


def with_midnight(cell: Cell) -> Cell:
    """Give a bare date its midnight, which a spreadsheet leaves out of a column of instants."""
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return datetime.combine(cell, time())
    return cell
