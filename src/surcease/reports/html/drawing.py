from __future__ import annotations

from dataclasses import dataclass, replace

from surcease.reports.charts.figure import Figure
from surcease.reports.svg import svg


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure with its drawing: XML in which every name is escaped already.

    `narrow` stands in its place on a narrow screen, where there is one made for that.
    """

    figure: Figure
    svg: str
    narrow: str | None = None


def drawing(figure: Figure | None) -> Drawing | None:
    """Draw a figure, if there is one to draw."""
    return Drawing(figure, svg(figure)) if figure is not None else None


def drawing_for_any_screen(figure: Figure | None) -> Drawing | None:
    """Draw a figure twice, the second time for a narrow screen, on which the first is cut off."""
    return Drawing(figure, svg(figure), _narrow(figure)) if figure is not None else None


def _narrow(figure: Figure) -> str | None:
    if figure.narrow is None:
        return None
    return svg(replace(figure, name=f"{figure.name}-narrow", spec=figure.narrow))
