from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from surcease.exchange.tables import Line, Table


class Match(IntEnum):
    """How surely tables are of a format; `TOLD` by a user who describes their columns."""

    NO = 0
    PERHAPS = 1
    SURE = 2
    TOLD = 3


def header_line(table: Table, required: Collection[str]) -> int | None:
    """Return the index in `table.lines` of the line that holds all required column names."""
    return next(
        (place for place, line in enumerate(table.lines) if has_names(line, required)), None
    )


def has_names(line: Line, required: Collection[str]) -> bool:
    """Tell whether a line holds all required column names, given in lower case."""
    texts = [cell for cell in line.cells if isinstance(cell, str)]
    return len(texts) >= len(required) and {each.strip().casefold() for each in texts}.issuperset(
        required
    )
