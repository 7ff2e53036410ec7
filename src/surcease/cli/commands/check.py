from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from surcease.cli.options import DiaryPath, ZoneOfExport


def command(
    path: DiaryPath,
    json: Annotated[bool, typer.Option("--json", help="Print surcease.check/1.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Show each time a rule speaks, not the latest alone.")
    ] = False,
    on: Annotated[
        datetime | None,
        typer.Option(
            help="Look as of this day. Without it: the last day that the diary speaks of.",
            formats=["%Y-%m-%d"],
        ),
    ] = None,
    zone: ZoneOfExport = None,
) -> None:
    """Hold a diary against the safety rules: limits, combinations, checks that are due.

    Each note says what is recorded, what a label or guideline says, and what to ask the doctor.
    Nothing is refused, and nothing is advised.
    """
    from surcease.cli.reading import read_diaries, say_what_to_know
    from surcease.safety import check
    from surcease.safety.contract import to_json

    (imported,) = read_diaries([path], zone)
    say_what_to_know(path, imported)
    found = check(imported.diary, on.date() if on else None)
    if json:
        typer.echo(to_json(found).encode())  # UTF-8 on any terminal
        return
    from rich.console import Console

    from surcease.formulary.ideation import speaks_of_ideation
    from surcease.reports.terminal.safety import render_safety

    ideation = speaks_of_ideation(imported.diary)
    render_safety(found, Console(), all_of_them=every, help_first=ideation)
