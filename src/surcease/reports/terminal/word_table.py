from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from surcease.reports.word_table import Cell, WordTable

GAP = 2
FIGURES = 24
"""A column no wider than this holds figures or names, and breaks only where all is too narrow."""


def laid_out(table: WordTable, width: int) -> RenderableType:
    """Lay out a table of words with its title above and its notes below."""
    columns = list(zip(*table.rows, strict=True))
    widths = [_widest(cells) for cells in columns]
    headings = [_narrow(*each) for each in zip(table.columns, widths, strict=True)]
    fits = sum(min(each, FIGURES) + GAP for each in _needed(headings, widths)) <= width
    grid = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for heading, each in zip(headings, widths, strict=True):
        grid.add_column(Text(heading), overflow="fold", no_wrap=fits and each <= FIGURES)
    for cells in table.rows:
        grid.add_row(*(Text("\n".join(lines)) for lines in cells))
    notes = [Text(note, style="dim") for note in table.notes]
    return Group(Text(table.title, style="bold"), grid, *notes)


def _widest(cells: Sequence[Cell]) -> int:
    return max((cell_len(line) for cell in cells for line in cell), default=0)


def _needed(headings: Sequence[str], widths: Sequence[int]) -> list[int]:
    return [
        max(width, _widest([tuple(heading.split("\n"))]))
        for heading, width in zip(headings, widths, strict=True)
    ]


def _narrow(heading: str, width: int) -> str:
    """Break a heading so that it is hardly wider than what stands below it."""
    longest = max(map(len, heading.split()), default=0)
    return fill(heading, max(width, longest, 1))
