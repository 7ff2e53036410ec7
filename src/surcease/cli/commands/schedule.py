from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from surcease.cli.commands.analyze import SIMULATED, is_simulated
from surcease.cli.options import DiaryPath, Seed, ZoneOfExport
from surcease.cli.progress import progress_after

if TYPE_CHECKING:
    from surcease.analysis.schedule import ScheduleAnalysis

LONGEST_DAYS = 730


def command(
    path: DiaryPath,
    treatment: Annotated[
        str, typer.Option(help="A treatment whose doses act for days, by any of its names.")
    ],
    every: Annotated[
        str | None,
        typer.Option(help='Days between doses, from and to, such as "14:60".'),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print surcease.schedule/1.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a page, one self-contained file.")
    ] = None,
    seed: Seed = 0,
    zone: ZoneOfExport = None,
) -> None:
    """Say how many attacks a month of a bout has at each interval between doses.

    It describes what the diary shows and recommends nothing. Where the diary cannot tell, it says
    so.
    """
    from surcease.analysis.schedule import analyze_schedule
    from surcease.cli.reading import read_diaries, say_what_to_know
    from surcease.cli.report_file import check_place, write_page

    intervals = read_intervals(every) if every else None
    if html:
        check_place(html)
    (imported,) = read_diaries([path], zone)
    say_what_to_know(path, imported)
    with progress_after(seconds=1.0) as progress:
        found = analyze_schedule(imported.diary, treatment, intervals, seed=seed, progress=progress)
    notice = SIMULATED if is_simulated(imported.diary) else None
    show(found, notice, as_json=json)
    if html:
        from surcease.reports.html.schedule import render_schedule_html

        write_page(html, render_schedule_html(found, notice=notice))
        typer.echo(f"Page: {html.resolve()}", err=json)


def read_intervals(text: str) -> list[int]:
    """Read "14:60", or "28" for one interval."""
    from surcease.effects.schedule import intervals_between

    first, colon, last = text.partition(":")
    try:
        from_days, to_days = int(first), int(last if colon else first)
    except ValueError as error:
        raise typer.BadParameter("is two numbers of days: 14:60", param_hint="--every") from error
    if not 1 <= from_days <= to_days <= LONGEST_DAYS:
        raise typer.BadParameter(
            f"goes from 1 day to {LONGEST_DAYS} at most, the shorter first", param_hint="--every"
        )
    return intervals_between(from_days, to_days)


def show(found: ScheduleAnalysis, notice: str | None, *, as_json: bool) -> None:
    if as_json:
        from surcease.analysis.schedule import to_json

        typer.echo(to_json(found).encode())  # UTF-8 on any terminal
        return
    from rich.console import Console

    from surcease.reports.terminal.schedule import render_schedule

    if notice:
        typer.echo(f"{notice}\n")
    render_schedule(found, Console())
