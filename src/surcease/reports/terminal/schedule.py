from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from surcease.analysis.schedule import ScheduleAnalysis
from surcease.effects.schedule import AtInterval, Schedule
from surcease.reports import schedule_sentences, sentences, words
from surcease.reports.legible import legible
from surcease.reports.terminal import WIDEST
from surcease.reports.terminal.encoding import Encodable

MOST_ROWS = 12
GAP = 2


def render_schedule(analysis: ScheduleAnalysis, console: Console) -> None:
    """Print how often a treatment was given and what other intervals would come to.

    The width is the console's, up to 120 columns.
    """
    shown = legible(analysis)
    closing = Text(schedule_sentences.LIMITS, style="dim")
    parts = (_facts(shown), _intervals(shown.schedule), closing)
    title = Text(schedule_sentences.title(shown.schedule), style="bold")
    spaced = [title, *(line for part in parts for line in (Text(), part))]
    console.print(Encodable(Group(*spaced), console.encoding), width=min(console.width, WIDEST))


def _facts(analysis: ScheduleAnalysis) -> Table:
    table = Table.grid(padding=(0, GAP))
    table.add_column()
    table.add_column(overflow="fold")
    for label, text in _lines(analysis):
        table.add_row(Text(label, style="bold"), Text(text))
    return table


def _lines(analysis: ScheduleAnalysis) -> Iterator[tuple[str, str]]:
    schedule = analysis.schedule
    yield "Days", sentences.days(analysis.days) if analysis.days else sentences.no_days()
    yield "Given", schedule_sentences.given(schedule)
    yield "Effect", schedule_sentences.verdict(schedule)
    if schedule.as_given and schedule.without:
        yield "Seen", schedule_sentences.seen(schedule.gaps)
        yield "As given", schedule_sentences.month(schedule.as_given)
        yield "Without", schedule_sentences.month(schedule.without)


def _intervals(schedule: Schedule) -> RenderableType:
    if not schedule.by_interval:
        return Text(schedule_sentences.cannot_tell(schedule))
    shown = schedule_sentences.spread(schedule.by_interval, MOST_ROWS)
    notes = [schedule_sentences.MEANING]
    if not all(each.seen for each in shown):
        notes.append(schedule_sentences.BEYOND_MEANING)
    return Group(_table(shown), Text(), Text("\n".join(notes)))


def _table(shown: list[AtInterval]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    level = words.interval(shown[0].attacks.level)
    for name in ("Every", f"Attacks\n{level}", f"Than without\n{level}"):
        table.add_column(name, overflow="fold")
    for each in shown:
        table.add_row(
            schedule_sentences.interval(each),
            f"{words.rate(each.attacks.median)} ({words.rate_range(each.attacks)})",
            f"{words.change(each.reduction.median)} ({words.change_range(each.reduction)})",
        )
    return table
