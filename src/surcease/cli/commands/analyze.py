from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from surcease.cli.options import Seed, ZoneOfExport
from surcease.cli.progress import progress_after

if TYPE_CHECKING:
    from surcease.analysis.result import Analysis
    from surcease.diary import Diary

SIMULATED = "This diary is simulated: it is nobody's, and its numbers are no evidence."


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Diaries: our folder or .zip, or another app's export.", metavar="PATH"
        ),
    ],
    json: Annotated[
        bool, typer.Option("--json", help="Print surcease.analysis/1, one line a diary.")
    ] = False,
    details: Annotated[
        bool, typer.Option("--details", help="With --json: add what the report draws.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a report, one self-contained file.")
    ] = None,
    checks: Annotated[
        bool,
        typer.Option("--checks", help="Also put further questions to every estimate (slower)."),
    ] = False,
    seed: Seed = 0,
    zone: ZoneOfExport = None,
) -> None:
    """Say what each treatment does, how it wears off and when it is next due."""
    from surcease.cli.reading import read_diaries, say_what_to_know
    from surcease.cli.report_file import check_place

    if html and len(paths) > 1:
        raise typer.BadParameter("takes one diary at a time", param_hint="--html")
    if html:
        check_place(html)
    for path, imported in zip(paths, read_diaries(paths, zone), strict=True):
        say_what_to_know(path, imported)
        analysis = analyzed(imported.diary, seed=seed, checks=checks)
        show(analysis, imported.diary, as_json=json, details=details)
        if html:
            write_report(html, analysis, imported.diary)
            typer.echo(f"Report: {html.resolve()}", err=json)


def analyzed(diary: Diary, *, seed: int, checks: bool) -> Analysis:
    from surcease.analysis.analyze import analyze

    with progress_after(seconds=1.0) as progress:
        return analyze(diary, seed=seed, checks=checks, progress=progress)


def show(analysis: Analysis, diary: Diary, *, as_json: bool, details: bool) -> None:
    if as_json:
        from surcease.analysis.contract import to_json

        typer.echo(to_json(analysis, details=details).encode())  # UTF-8 on any terminal
        return
    from rich.console import Console

    from surcease.reports.terminal import render_terminal

    if is_simulated(diary):
        typer.echo(f"{SIMULATED}\n")
    render_terminal(analysis, Console())


def write_report(path: Path, analysis: Analysis, diary: Diary) -> None:
    from surcease.cli.report_file import write_page
    from surcease.reports.for_the_doctor import for_the_doctor
    from surcease.reports.html import render_html

    notice = SIMULATED if is_simulated(diary) else None
    write_page(path, render_html(analysis, notice=notice, doctor=for_the_doctor(diary, analysis)))


def is_simulated(diary: Diary) -> bool:
    return ("simulated", "true") in diary.extra
