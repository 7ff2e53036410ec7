from __future__ import annotations

from dataclasses import dataclass

from surcease.reports.charts.figure import Figure
from surcease.reports.svg import svg


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure with its drawing: XML in which every name is escaped already."""

    figure: Figure
    svg: str


def drawing(figure: Figure | None) -> Drawing | None:
    """Draw a figure, if there is one to draw."""
    return Drawing(figure, svg(figure)) if figure is not None else None
