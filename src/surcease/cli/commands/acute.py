from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    path: Annotated[
        Path,
        typer.Argument(
            help="A diary: our folder or .zip, or another app's export.", metavar="PATH"
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print surcease.acute/1.")] = False,
    zone: Annotated[
        str | None,
        typer.Option(help="Time zone of an export without one, such as Europe/Copenhagen."),
    ] = None,
) -> None:
    """Say how often and how fast attacks end after each acute treatment.

    With counts and intervals, by intensity and by the time from onset to dose. It describes what
    the diary shows and recommends nothing.
    """
    from surcease.acute import analyze_acute
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
