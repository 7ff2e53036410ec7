from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from surcease.evidence.cautions import cautions
from surcease.evidence.effects import Range, proportion, two_arms
from surcease.evidence.pools import Pooled
from surcease.evidence.results import Counts, Result
from surcease.formulary import Treatment, sources
from surcease.reports.terminal import WIDEST
from surcease.reports.terminal.encoding import Encodable

LIMITS = (
    "Published counts, as read; not advice, and not a systematic review. Ranges hold 95%: exact "
    "(Clopper and Pearson) and Wilson for a share, Newcombe for a difference, Wald for ratios."
)


def render_evidence(
    results: Sequence[Result],
    pooled: Sequence[Pooled],
    treatment: Treatment | None,
    console: Console,
) -> None:
    """Print published results with their intervals, what may mislead in them, and pooled ones."""
    title = treatment.name if treatment else "All treatments"
    parts: list[RenderableType] = [Text(f"Published results: {title}", style="bold")]
    parts += list(_status(treatment)) if treatment else []
    parts += [_result(each) for each in results]
    if pooled:
        parts.append(Text("Put together", style="bold"))
        parts += [_pooled(each) for each in pooled]
    parts += [_sources(results), Text(LIMITS, style="dim")] if results else [Text(LIMITS)]
    spaced = [line for part in parts for line in (part, Text())][:-1]
    console.print(Encodable(Group(*spaced), console.encoding), width=min(console.width, WIDEST))


def _status(treatment: Treatment) -> Iterator[RenderableType]:
    said = [
        f"{each.place} {each.status} ({each.source}, {each.tag})" for each in treatment.statuses
    ]
    if said:
        yield Text(f"Status for cluster headache: {'; '.join(said)}")


def _result(result: Result) -> RenderableType:
    heading = Text.assemble((f"{result.key} {result.study}", "bold"), f": {result.outcome}")
    lines = [heading, Text(f"  {_shares(result)}")]
    if result.control:
        lines.append(Text(f"  {_arms(result.treated, result.control)}"))
    said = [*cautions(result), *([result.note] if result.note else [])]
    if said:
        lines.append(Text(f"  Mind: {'; '.join(said)}", style="dim"))
    return Group(*lines)


def _shares(result: Result) -> str:
    found = proportion(result.treated)
    exact, wilson = _percents(found.exact), _percents(found.wilson)
    share = f"{100 * found.exact.value:.0f}%"
    counted = f"{result.treated.yes} of {result.treated.of} {result.unit}s"
    return f"{counted}: {share}, exact {exact}, Wilson {wilson}"


def _arms(treated: Counts, control: Counts) -> str:
    found = two_arms(treated, control)
    star = " (0.5 added to each cell)" if found.corrected else ""
    return (
        f"against {control.yes} of {control.of}: difference "
        f"{100 * found.difference.value:.0f} points {_percents(found.difference)}, risk ratio "
        f"{_ratio(found.risk_ratio)}, odds ratio {_ratio(found.odds_ratio)}{star}, "
        f"Fisher p {found.fisher_p:.2g}"
    )


def _pooled(pooled: Pooled) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for label, text in _figures(pooled):
        table.add_row(Text(label), Text(text))
    lines: list[RenderableType] = [
        Text(pooled.pool.name, style="bold"),
        Padding(table, (0, 0, 0, 2)),
    ]
    lines += [Text(f"  Warning: {each}", style="yellow") for each in pooled.warnings]
    return Group(*lines)


def _figures(pooled: Pooled) -> Iterator[tuple[str, str]]:
    counted = f"{pooled.treated.yes} of {pooled.treated.of}"
    if pooled.control:
        counted += f" against {pooled.control.yes} of {pooled.control.of}"
    yield "added up", counted
    shown = _ratio
    if pooled.simple:
        shown = _share
        yield "as one study", _share(pooled.simple.exact)
    if pooled.needed_to_treat:
        yield "needed to treat", _ratio(pooled.needed_to_treat)
    if pooled.mantel_haenszel:
        yield "risk ratio, Mantel-Haenszel", _ratio(pooled.mantel_haenszel)
    yield f"{pooled.pool.measure}, fixed", shown(pooled.fixed)
    spread = f"tau squared {pooled.tau_squared:.3f}, I squared {100 * pooled.i_squared:.0f}%"
    yield f"{pooled.pool.measure}, random", f"{shown(pooled.random)}; {spread}"


def _sources(results: Sequence[Result]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for key in dict.fromkeys(each.source for each in results):
        source = sources()[key]
        table.add_row(Text(key), Text("\n".join(source.addresses) or source.note, overflow="fold"))
    return Group(Text("Sources", style="bold"), table)


def _percents(one: Range) -> str:
    return f"({100 * one.low:.0f} to {100 * one.high:.0f}%)"


def _share(one: Range) -> str:
    return f"{100 * one.value:.0f}% {_percents(one)}"


def _ratio(one: Range) -> str:
    return f"{one.value:.2f} ({one.low:.2f} to {one.high:.2f})"
