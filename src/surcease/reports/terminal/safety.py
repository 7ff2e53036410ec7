from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from surcease.reports import words
from surcease.reports.legible import legible
from surcease.reports.terminal import WIDEST
from surcease.reports.terminal.encoding import Encodable
from surcease.safety import Finding, Need, SafetyCheck, Severity
from surcease.safety.crisis import crisis_lines

MEANINGS = {
    Severity.STOP: "contraindicated, or a sign of danger: speak with the prescriber; "
    "if it is happening now, with emergency care",
    Severity.WARN: "a limit or a check of a label or guideline was not kept",
    Severity.INFO: "worth knowing, and worth asking about",
}
STYLES = {Severity.STOP: "bold red", Severity.WARN: "bold yellow", Severity.INFO: "bold"}
LIMITS = (
    "These are notes on what is recorded, not advice: nothing is refused, and a note is no reason "
    "to change a treatment without the doctor. No note does not mean that all is safe. "
    "`surcease treatments NAME` shows where a source is; a tag V says read in a label or abstract, "
    "V2 in a secondary source, C computed."
)
NOTHING = "No rule has anything to say of what is recorded."
HELP = (
    "If it is too much right now: an attack ends, even when it does not feel so, and someone will "
    "listen at any hour."
)
ELSEWHERE = "Elsewhere: findahelpline.com. In danger right now: the emergency number where you are."
ACUTE_PLAN = "Is there oxygen, or what else is prescribed, for the next attack? Ask today if not."
UNVERIFIED = "read in no source"


def render_safety(
    check: SafetyCheck, console: Console, *, all_of_them: bool, help_first: bool
) -> None:
    """Print what rules say, the gravest first, and what they would need to know.

    Of what a rule says many times, the latest is shown, or each with `all_of_them`. Numbers to
    call are always there, and first where the diary speaks of not wanting to live.
    """
    shown = legible(check)
    parts = list(_findings(shown.findings, all_of_them=all_of_them)) or [Text(NOTHING)]
    if shown.needs:
        parts.append(_needs(shown.needs))
    parts.append(Text(LIMITS, style="dim"))
    parts.insert(0 if help_first else len(parts), _help(with_plan=help_first))
    title = Text(f"Safety notes, as of {words.day(shown.as_of)}", style="bold")
    spaced = [title, *(line for part in parts for line in (Text(), part))]
    console.print(Encodable(Group(*spaced), console.encoding), width=min(console.width, WIDEST))


def _findings(findings: Sequence[Finding], *, all_of_them: bool) -> Iterator[RenderableType]:
    for severity, grave in groupby(findings, key=lambda each: each.severity):
        yield Text.assemble((severity.value, STYLES[severity]), f": {MEANINGS[severity]}")
        for _, group in groupby(grave, key=lambda each: (each.rule, each.title)):
            yield Padding(_rule(list(group), all_of_them=all_of_them), (0, 0, 0, 2))


def _rule(group: Sequence[Finding], *, all_of_them: bool) -> RenderableType:
    ordered = sorted(group, key=_when, reverse=True)
    latest = ordered[0]
    times = f", {words.count(len(group), 'time')}" if len(group) > 1 else ""
    heading = Text.assemble((f"{latest.rule} {latest.title}", "bold"), times)
    lines = [heading]
    for each in ordered if all_of_them else ordered[:1]:
        last = "latest " if len(group) > 1 and not all_of_them else ""
        lines.append(Text(f"{last}{words.day(each.on)}: {each.text}"))
    lines.append(Text(f"Ask: {latest.ask}", style="italic"))
    return Group(*lines, *_origin(latest))


def _when(finding: Finding) -> tuple[date, datetime]:
    given = [dose.given_at.at for dose in finding.doses]
    return finding.on, max(given, default=datetime.min.replace(tzinfo=UTC))


def _origin(finding: Finding) -> list[Text]:
    if not finding.facts:
        return []
    names = [
        f"{source} ({fact.tag})" if fact.verified else UNVERIFIED
        for fact in finding.facts
        for source in (fact.source, *fact.also)
    ]
    return [Text(f"Source: {', '.join(dict.fromkeys(names))}", style="dim")]


def _needs(needs: Sequence[Need]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(overflow="fold")
    for where, group in groupby(needs, key=lambda each: each.where):
        told = list(group)
        rules = sorted({rule for each in told for rule in each.rules})
        asked = "; ".join(each.needs for each in told)
        table.add_row(Text(where), Text(f"{asked} ({', '.join(rules)})"))
    title = Text("What rules would need to know, if you want to write it down", style="bold")
    return Group(title, Padding(table, (0, 0, 0, 2)))


def _help(*, with_plan: bool) -> RenderableType:
    lines = [f"{each.place}: {each.shown}, {each.name}" for each in crisis_lines()]
    plan = [ACUTE_PLAN] if with_plan else []
    return Text("\n".join([HELP, *lines, ELSEWHERE, *plan]))
