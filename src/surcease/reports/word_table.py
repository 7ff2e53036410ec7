from __future__ import annotations

from dataclasses import dataclass

type Cell = tuple[str, ...]
"""What stands in one cell, a line each: what was counted, and what follows from it."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table in finished words, for a terminal, a page or a printed report to lay out.

    Parameters
    ----------
    key
        By which a report picks it.
    columns
        Headings; the first one is of the names of the rows and may be empty.
    notes
        What has to be known to read it.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    """Make a row of cells, most of which are one line."""
    return tuple((cell,) if isinstance(cell, str) else cell for cell in cells)
