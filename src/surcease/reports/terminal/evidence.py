from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from surcease.evidence.effects import proportion, two_arms
from surcease.evidence.pools import Pooled
from surcease.evidence.results import Counts, Result
from surcease.formulary import sources
from surcease.reports.evidence_figures import figures, minded, percents, points, ratio
from surcease.reports.evidence_report import BESIDE, EvidenceReport, study_in_words
from surcease.reports.terminal import WIDEST
from surcease.reports.terminal.encoding import Encodable
from surcease.reports.terminal.evidence_overview import evidence_overview
from surcease.reports.terminal.word_table import laid_out

MORE = "`surcease evidence NAME` shows the figures of one treatment, its studies and their sources."
NO_REVIEW = "Published counts, as read; not advice, and not a systematic review."
LIMITS = (
    f"{NO_REVIEW} Ranges hold 95%: exact (Clopper and Pearson) and Wilson for a share, Newcombe "
    "for a difference, Wald for ratios."
)


def render_overview(console: Console) -> None:
    """Print a row for each treatment: how many studies, what guidelines say, where licensed."""
    width = min(console.width, WIDEST)
    closing = Text(f"{MORE} {NO_REVIEW}", style="dim")
    shown = Group(laid_out(evidence_overview(), width), Text(), closing)
    console.print(Encodable(shown, console.encoding), width=width)


def render_evidence(
    results: Sequence[Result],
    pooled: Sequence[Pooled],
    report: EvidenceReport,
    console: Console,
) -> None:
    """Print what is published on one treatment.

    What it amounts to, how the treatment stands by country, results with their intervals and what
    may mislead in them, and pooled ones.
    """
    width = min(console.width, WIDEST)
    parts: list[RenderableType] = [Text(f"Published results: {report.name}", style="bold")]
    parts += _at_a_glance(report, width)
    parts += [_result(each) for each in results]
    if pooled:
        parts.append(Text("Put together", style="bold"))
        parts += [_pooled(each) for each in pooled]
    parts += [_sources(results, report), Text(LIMITS, style="dim")]
    spaced = [line for part in parts for line in (part, Text())][:-1]
    console.print(Encodable(Group(*spaced), console.encoding), width=width)


def _at_a_glance(report: EvidenceReport, width: int) -> Iterator[RenderableType]:
    yield Text(report.strength)
    if report.own:
        yield Group(Text("In this diary", style="bold"), *map(Text, report.own), Text(BESIDE))
    for table in (report.statuses, report.guidelines):
        if table.rows:
            yield laid_out(table, width)


def _result(result: Result) -> RenderableType:
    heading = Text.assemble(
        (f"{result.key} {study_in_words(result)}", "bold"), f": {result.outcome}"
    )
    lines: list[RenderableType] = [heading, _indented(_shares(result))]
    if result.control:
        lines.append(_indented(_arms(result.treated, result.control)))
    if said := "; ".join(minded(result)):
        lines.append(_indented(f"Mind: {said}", style="dim"))
    return Group(*lines)


def _indented(text: str, style: str = "") -> RenderableType:
    return Padding(Text(text, style=style), (0, 0, 0, 2))


def _shares(result: Result) -> str:
    found = proportion(result.treated)
    exact, wilson = percents(found.exact), percents(found.wilson)
    counted = f"{result.treated.yes} of {result.treated.of} {result.unit}s"
    return f"{counted}: {100 * found.exact.value:.0f}%, exact {exact}, Wilson {wilson}"


def _arms(treated: Counts, control: Counts) -> str:
    found = two_arms(treated, control)
    star = " (0.5 added to each cell)" if found.corrected else ""
    return (
        f"against {control.yes} of {control.of}: difference {points(found.difference)} points, "
        f"risk ratio {ratio(found.risk_ratio)}, odds ratio {ratio(found.odds_ratio)}{star}, "
        f"Fisher p {found.fisher_p:.2g}"
    )


def _pooled(pooled: Pooled) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for label, text in figures(pooled):
        table.add_row(Text(label), Text(text))
    lines: list[RenderableType] = [
        Text(pooled.pool.name, style="bold"),
        Padding(table, (0, 0, 0, 2)),
    ]
    lines += [_indented(f"Warning: {each}", style="yellow") for each in pooled.warnings]
    return Group(*lines)


def _sources(results: Iterable[Result], report: EvidenceReport) -> RenderableType:
    keys = [cells[0][0] for cells in report.sources.rows]
    table = Table.grid(padding=(0, 2))
    for key in dict.fromkeys([*keys, *(each.source for each in results)]):
        source = sources()[key]
        table.add_row(Text(key), Text("\n".join(source.addresses) or source.note, overflow="fold"))
    return Group(Text("Sources", style="bold"), table)
