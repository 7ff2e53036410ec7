from __future__ import annotations

from rich.console import Console, Group
from rich.text import Text

from surcease.analysis.result import Analysis
from surcease.reports.legible import legible
from surcease.reports.terminal.ahead import days_ahead
from surcease.reports.terminal.closing import closing
from surcease.reports.terminal.encoding import Encodable
from surcease.reports.terminal.overview import overview
from surcease.reports.terminal.picture import picture
from surcease.reports.terminal.treatments import acute_counts, effects

__all__ = ["render_terminal"]

WIDEST = 120
"""Beyond this many columns the lines get longer than eyes like."""


def render_terminal(analysis: Analysis, console: Console) -> None:
    """Print what the analysis says: days, course, attacks, treatments, a picture, the limits.

    The width is the console's, up to 120 columns. Where its encoding lacks the block glyphs they
    become plain ASCII; nothing depends on colour.
    """
    shown = legible(analysis)
    width = min(console.width, WIDEST)
    parts = (
        overview(shown),
        effects(shown, width),
        days_ahead(shown),
        acute_counts(shown),
        picture(shown, width),
        closing(shown),
    )
    spaced = [line for part in parts if part is not None for line in (part, Text())]
    console.print(Encodable(Group(*spaced[:-1]), console.encoding), width=width)
