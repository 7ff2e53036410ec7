from __future__ import annotations

from surcease.analysis.result import Bout, Details
from surcease.reports.charts.figure import Figure
from surcease.reports.charts.timeline import Room, timeline_figure
from surcease.reports.pdf.blocks import Picture
from surcease.reports.pdf.printable import printable
from surcease.reports.svg import svg

INK = "#1c1c1e"
ACCENT = "#1d4f80"
ROOM = Room(panels=570, names=165)
"""In px: so that letters come out nearly as large as those of the text."""


def timeline_picture(details: Details, bouts: tuple[Bout, ...]) -> Picture | None:
    figure = timeline_figure(printable(details), bouts, ROOM)
    return picture(figure) if figure else None


def picture(figure: Figure) -> Picture:
    """Draw a figure on paper: there the colours of a page are ink and one accent."""
    drawn = svg(figure).replace("var(--accent, currentColor)", ACCENT)
    return Picture(
        svg=drawn.replace("currentColor", INK),
        alternative=f"{figure.title}. {figure.description}",
        caption=figure.key,
    )
