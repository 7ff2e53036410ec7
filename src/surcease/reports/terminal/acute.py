from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.text import Text

from surcease.acute.analyze import AcuteAnalysis
from surcease.reports.acute_report import acute_report
from surcease.reports.terminal import WIDEST
from surcease.reports.terminal.encoding import Encodable
from surcease.reports.terminal.word_table import laid_out


def render_acute(analysis: AcuteAnalysis, console: Console) -> None:
    """Print how attacks end after each acute treatment, and how much of it is used."""
    report, width = acute_report(analysis), min(console.width, WIDEST)
    parts: list[RenderableType] = [Text(report.overview)]
    if report.lead:
        parts.append(Text("\n".join(report.lead)))
    parts += [laid_out(each, width) for each in report.tables]
    parts.append(Text(report.limits, style="dim"))
    title = Text("Acute treatments", style="bold")
    spaced = [title, *(line for part in parts for line in (part, Text()))][:-1]
    console.print(Encodable(Group(*spaced), console.encoding), width=width)
