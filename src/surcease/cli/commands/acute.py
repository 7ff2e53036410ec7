from __future__ import annotations

from typing import Annotated

import typer

from surcease.cli.options import DiaryPath, ZoneOfExport


def command(
    path: DiaryPath,
    json: Annotated[bool, typer.Option("--json", help="Print surcease.acute/1.")] = False,
    zone: ZoneOfExport = None,
) -> None:
    """Say how often and how fast attacks end after each acute treatment.

    With counts and intervals, by intensity and by the time from onset to dose. It describes what
    the diary shows and recommends nothing.
    """
    from surcease.acute.analyze import analyze_acute
    from surcease.acute.contract import to_json
    from surcease.cli.reading import read_diaries, say_what_to_know

    (imported,) = read_diaries([path], zone)
    say_what_to_know(path, imported)
    found = analyze_acute(imported.diary)
    if json:
        typer.echo(to_json(found).encode())  # UTF-8 on any terminal
        return
    from rich.console import Console

    from surcease.cli.commands.analyze import SIMULATED, is_simulated
    from surcease.reports.terminal.acute import render_acute

    if is_simulated(imported.diary):
        typer.echo(f"{SIMULATED}\n")
    render_acute(found, Console())
