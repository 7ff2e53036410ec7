from __future__ import annotations

from collections.abc import Iterator

from rich.cells import set_cell_size
from rich.console import Group, RenderableType
from rich.text import Text

from surcease.analysis.result import Analysis, Bout, Details
from surcease.reports import words
from surcease.reports.grouping import lanes
from surcease.reports.periods import Period, periods
from surcease.reports.terminal.axis import axis
from surcease.reports.terminal.bars import bars
from surcease.reports.terminal.columns import WEEK, Columns
from surcease.reports.terminal.lanes import bouts_lane, dose_lane, unknown_lane

ROWS = 5
"""How many characters high the bars of attacks are."""

NARROWEST = 30
"""Below this many columns there is no room for a picture beside its labels."""

EDGE = "│"
CORNER = "└"
LEGEND = "One column: {}. • a dose, 2 to 9 doses, # more. ░ mostly not known."


def picture(analysis: Analysis, width: int) -> RenderableType | None:
    """Draw attacks as bars over time, with lanes for unknown days, bouts and every treatment."""
    details = analysis.details
    if details is None or not details.timeline.attacks or width < NARROWEST:
        return None
    bouts = analysis.course.bouts if analysis.course else ()
    gutter = max(14, min(24, width // 4))
    columns = Columns.fitting(details.timeline, width - gutter - len(EDGE))
    lines = _lines(details, bouts, columns, gutter)
    drawn = Text("\n".join(line.rstrip() for line in lines), no_wrap=True, overflow="crop")
    return Group(drawn, Text(LEGEND.format(columns.each)))


def _lines(
    details: Details, bouts: tuple[Bout, ...], columns: Columns, gutter: int
) -> Iterator[str]:
    cut = periods(details.timeline, columns.days_each)
    yield from _attacks(cut, columns, gutter)
    for name, lane in _lanes(details, bouts, cut, columns):
        yield f"{set_cell_size(words.shortened(name, gutter - 1), gutter - 1)} {EDGE}{lane}"
    line, dates = axis(columns)
    yield f"{'':<{gutter}}{CORNER}{line}"
    yield f"{'':<{gutter}} {dates}"


def _attacks(cut: list[Period], columns: Columns, gutter: int) -> Iterator[str]:
    """Bars of attacks a day, or a week once a column holds one, on the days that are known."""
    scale, per = (1, "a day") if columns.days_each < WEEK else (WEEK, "a week")
    a_day = [period.attacks_per_day for period in cut]
    top = max((rate for rate in a_day if rate is not None), default=0.0)
    labels = [f"{words.decimal(top * scale)} " if top else "", *[""] * (ROWS - 2), "0 "]
    names = ["Attacks", per, *[""] * (ROWS - 2)]
    for name, label, row in zip(names, labels, bars(a_day, ROWS), strict=True):
        yield f"{name}{label:>{gutter - len(name)}}{EDGE}{row}"


def _lanes(
    details: Details, bouts: tuple[Bout, ...], cut: list[Period], columns: Columns
) -> Iterator[tuple[str, str]]:
    if any(period.unknown for period in cut):
        yield "Not known", unknown_lane(cut)
    yield "Bouts", bouts_lane(bouts, columns)
    for lane in lanes(details):
        yield lane.name, dose_lane(lane, columns)
