from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from surcease.analysis.result import Analysis, TreatmentEffect
from surcease.reports import sentences, words
from surcease.reports.grouping import acutes, preventives
from surcease.reports.terminal.notes import notes
from surcease.reports.terminal.told import Told

WIDTHS = (18, 17, 10, 14, 13)
"""What each column needs at least; the first takes what is left."""

GAP = 2
LONGEST_NAME = 60

type Cell = tuple[str, str]
"""An estimate, and below it its interval."""


def effects(analysis: Analysis, width: int) -> RenderableType | None:
    """Show a row per treatment that is not acute, or a block each where a row does not fit."""
    listed = preventives(analysis)
    if not listed:
        return None
    spare = width - sum(WIDTHS) - GAP * (len(WIDTHS) - 1)
    told = [Told.of(each, analysis) for each in listed]
    parts = _rows(told, spare) if spare >= 0 else map(_block, told)
    return _spaced(parts)


def _spaced(parts: Iterable[RenderableType]) -> Group:
    first, *rest = parts
    return Group(first, *(line for part in rest for line in (Text(), part)))


def _rows(listed: list[Told], spare: int) -> Iterator[RenderableType]:
    yield _row(_headings([each.effect for each in listed]), spare, "bold")
    for told in listed:
        effect = told.effect
        cells = (_name(effect), _change(effect), _half(effect), _due(effect), _verdict(effect))
        yield Group(_row(cells, spare), Padding(_notes(told), (0, 0, 0, GAP)))


def _row(cells: Iterable[Cell], spare: int, style: str = "") -> Table:
    table = Table.grid(padding=(0, GAP, 0, 0))
    for width, more in zip(WIDTHS, (spare, 0, 0, 0, 0), strict=True):
        table.add_column(width=width + more, overflow="fold")
    table.add_row(*(Text.assemble((top, "bold"), "\n", (below, style)) for top, below in cells))
    return table


def _headings(listed: list[TreatmentEffect]) -> tuple[Cell, ...]:
    told = map(sentences.told_reduction, listed)
    reductions = (words.interval(each.level) for each in told if each is not None)
    dates = (words.interval(each.next_due.level) for each in listed if each.next_due)
    return (
        ("Treatment", "given"),
        ("Attacks", next(reductions, "")),
        ("Half gone", "after"),
        ("Next due", next(dates, "")),
        ("Verdict", ""),
    )


def _name(effect: TreatmentEffect) -> Cell:
    doses = words.count(effect.doses, "dose") if effect.doses else "daily"
    return words.shortened(effect.name, LONGEST_NAME), doses


def _change(effect: TreatmentEffect) -> Cell:
    reduction = sentences.told_reduction(effect)
    if reduction is None:
        return words.NONE, ""
    return words.change(reduction.median), words.change_range(reduction)


def _half(effect: TreatmentEffect) -> Cell:
    if effect.days_to_half is None or not sentences.wear_off_is_told(effect):
        return words.NONE, ""
    half = effect.days_to_half
    return words.length(half.median), words.length_range(half).removesuffix(" days")


def _due(effect: TreatmentEffect) -> Cell:
    if effect.next_due is None or not sentences.due_is_told(effect):
        return words.NONE, ""
    due = effect.next_due
    return words.day(due.median), words.day_range(due.low, due.high)


def _verdict(effect: TreatmentEffect) -> Cell:
    return words.verdict(effect.verdict), ""


def _notes(told: Told) -> Text:
    return Text("\n".join(filter(None, notes(told))))


def _block(told: Told) -> RenderableType:
    effect = told.effect
    facts = (
        ("", _verdict(effect)),
        ("", _change(effect)),
        ("half gone after ", _half(effect)),
        ("next due ", _due(effect)),
    )
    lines = [f"{label}{_inline(*cell)}" for label, cell in facts if cell[0] != words.NONE]
    name, doses = _name(effect)
    title = Text.assemble((name, "bold"), ", ", doses)
    return Group(title, Padding(Group(*map(Text, lines), _notes(told)), (0, 0, 0, GAP)))


def _inline(estimate: str, interval: str) -> str:
    return f"{estimate} ({interval})" if interval else estimate


def acute_counts(analysis: Analysis) -> RenderableType | None:
    """Count the acute treatments; they abort attacks and do not prevent them."""
    listed = acutes(analysis)
    if not listed:
        return None
    table = Table.grid(padding=(0, GAP))
    table.add_column(overflow="fold")
    for effect in listed:
        dates = words.day_range(effect.first_on, effect.last_on)
        table.add_row(*map(Text, (*_name(effect), dates)))
    return Group(Text("Acute treatments, counted only", style="bold"), table)
