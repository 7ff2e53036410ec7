from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from surcease.reports import words
from surcease.reports.safety_report import (
    MEANINGS,
    TAGS,
    SafetyNote,
    SafetyReport,
    safety_report,
)
from surcease.reports.terminal import WIDEST
from surcease.reports.terminal.encoding import Encodable
from surcease.reports.word_table import WordTable
from surcease.safety import SafetyCheck, Severity
from surcease.safety.crisis import crisis_lines

STYLES = {Severity.STOP: "bold red", Severity.WARN: "bold yellow", Severity.INFO: "bold"}
WHERE_SOURCES_ARE = "`surcease treatments NAME` shows where a source is."
HELP = (
    "If it is too much right now: an attack ends, even when it does not feel so, and someone will "
    "listen at any hour."
)
ELSEWHERE = "Elsewhere: findahelpline.com. In danger right now: the emergency number where you are."
ACUTE_PLAN = "Is there oxygen, or what else is prescribed, for the next attack? Ask today if not."


def render_safety(
    check: SafetyCheck, console: Console, *, all_of_them: bool, help_first: bool
) -> None:
    """Print what rules say, the gravest first, and what they would need to know.

    Of what a rule says many times, the latest is shown, or each with `all_of_them`. Numbers to
    call are always there, and first where the diary speaks of not wanting to live.
    """
    report = safety_report(check)
    parts = [Text(report.summary), *_notes(report, all_of_them=all_of_them)]
    if report.needs.rows:
        parts.append(_needs(report.needs))
    parts.append(Text(f"{report.limits} {WHERE_SOURCES_ARE} {TAGS}", style="dim"))
    parts.insert(0 if help_first else len(parts), _help(with_plan=help_first))
    title = Text(report.title, style="bold")
    spaced = [title, *(line for part in parts for line in (Text(), part))]
    console.print(Encodable(Group(*spaced), console.encoding), width=min(console.width, WIDEST))


def _notes(report: SafetyReport, *, all_of_them: bool) -> Iterator[RenderableType]:
    for severity, meaning in MEANINGS.items():
        notes = report.of(severity)
        if notes:
            yield Text.assemble((severity.value, STYLES[severity]), f": {meaning}")
        for note in notes:
            yield Padding(_note(note, all_of_them=all_of_them), (0, 0, 0, 2))


def _note(note: SafetyNote, *, all_of_them: bool) -> RenderableType:
    times = f", {words.count(note.times, 'time')}" if note.times > 1 else ""
    heading = Text.assemble((f"{note.rule} {note.title}", "bold"), times)
    last = "latest " if note.times > 1 and not all_of_them else ""
    told = [f"{last}{note.latest}", *(note.earlier if all_of_them else ())]
    lines = [heading, *map(Text, told), Text(f"Ask: {note.ask}", style="italic")]
    if note.sources:
        lines.append(Text(f"Source: {', '.join(note.sources)}", style="dim"))
    return Group(*lines)


def _needs(needs: WordTable) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(overflow="fold")
    for where, asked in needs.rows:
        table.add_row(Text("\n".join(where)), Text("\n".join(asked)))
    return Group(Text(needs.title, style="bold"), Padding(table, (0, 0, 0, 2)))


def _help(*, with_plan: bool) -> RenderableType:
    lines = [f"{each.place}: {each.shown}, {each.name}" for each in crisis_lines()]
    plan = [ACUTE_PLAN] if with_plan else []
    return Text("\n".join([HELP, *lines, ELSEWHERE, *plan]))
