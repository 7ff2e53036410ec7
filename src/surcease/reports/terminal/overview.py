from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from surcease.analysis.result import Analysis, AttackSummary, Course
from surcease.reports import sentences, words


def overview(analysis: Analysis) -> Table:
    """Lay out the days, the course and the attacks as labelled lines."""
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(overflow="fold")
    for label, text in _lines(analysis):
        table.add_row(Text(label, style="bold"), Text(text))
    return table


def _lines(analysis: Analysis) -> Iterator[tuple[str, str]]:
    yield "Days", sentences.days(analysis.days) if analysis.days else sentences.no_days()
    if analysis.course:
        yield from _course(analysis.course)
    if analysis.details:
        yield from _attacks(analysis.details.attacks)


def _course(course: Course) -> Iterator[tuple[str, str]]:
    yield "Course", f"{sentences.subtype(course)}; {sentences.bouts(course)}"
    yield "Now", sentences.attacks_now(course.attacks_per_day_now)
    yield "", f"in a bout: {words.chance(course.in_bout_now)}"


def _attacks(attacks: AttackSummary) -> Iterator[tuple[str, str]]:
    if attacks.by_type:
        yield "Attacks", sentences.counted(attacks.by_type)
    yield "Duration", sentences.duration(attacks)
    if any(attacks.by_intensity.values()):
        yield "Intensity", sentences.shares(attacks.by_intensity)
    if any(attacks.by_side.values()):
        yield "Side", sentences.shares(attacks.by_side)
