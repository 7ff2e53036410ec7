from __future__ import annotations

from dataclasses import dataclass

from surcease.reports.charts.reading import Reading
from surcease.reports.charts.theme import Spec


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers behind a chart, as they are read out; the first cell of a row is its heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with everything a reader needs who cannot see it.

    Parameters
    ----------
    name
        Unique on a page; ids inside the drawing start with it.
    title
        What is drawn.
    description
        What there is to see, in sentences.
    key
        How to read the marks; empty where the chart labels them all itself.
    spec
        The drawing in Vega-Lite, with its data.
    numbers
        What the marks stand for.
    reading
        What can be read off it one by one; None where its numbers say it all.
    narrow
        The drawing for a narrow screen, where the other would not fit.
    """

    name: str
    title: str
    description: str
    key: str
    spec: Spec
    numbers: Table
    reading: Reading | None = None
    narrow: Spec | None = None
