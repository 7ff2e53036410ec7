from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from surcease.analysis.result import Analysis, Estimate, Forecast
from surcease.reports import sentences, words
from surcease.reports.grouping import preventives

GAP = 2

type Row = tuple[str, str, str]


def days_ahead(analysis: Analysis) -> RenderableType | None:
    """Say how many attacks the days to come will have, with and without the next dose."""
    if analysis.answers is None:
        return None
    forecast = analysis.answers.forecast
    dates = words.day_range(forecast.from_on, forecast.to_on)
    title = Text.assemble(("The days to come", "bold"), f", {dates}, if the course goes on")
    return Group(title, Padding(_table(analysis, forecast), (0, 0, 0, GAP)))


def _table(analysis: Analysis, forecast: Forecast) -> Table:
    level = words.interval(forecast.attacks.level)
    table = Table.grid(padding=(0, GAP, 0, 0))
    for _ in range(3):
        table.add_column(overflow="fold")
    table.add_row(f"Given on {words.day(forecast.from_on)}", f"Attacks, {level}", "Fewer")
    for row in _rows(analysis, forecast):
        table.add_row(*map(Text, row))
    return table


def _rows(analysis: Analysis, forecast: Forecast) -> Iterator[Row]:
    yield "no further dose", _number(forecast.attacks), words.NONE
    for effect in preventives(analysis):
        ahead = forecast.with_next_dose.get(effect.treatment)
        if ahead and sentences.wear_off_is_told(effect):
            yield effect.name, _number(ahead.attacks), _number(ahead.prevented)


def _number(number: Estimate) -> str:
    return f"{words.whole(number.median)} ({words.whole_range(number)})"
