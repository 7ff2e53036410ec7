from __future__ import annotations

from typing import NamedTuple

from surcease.reports.charts.figure import Figure


class Illustrated(NamedTuple):
    """A part of a page as HTML, with the figures that are drawn in it."""

    html: str
    figures: tuple[Figure, ...]
