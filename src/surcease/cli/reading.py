from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from surcease.exchange.opening import ZoneMissing, read_any
from surcease.exchange.source import Imported


def read_diaries(paths: Iterable[Path], zone: str | None) -> list[Imported]:
    """Read every diary before any is analysed, so that a bad one is said at once."""
    return [read_one(path, zone) for path in paths]


def read_one(path: Path, zone: str | None) -> Imported:
    """Read one diary; on a terminal, ask for a zone that its times lack."""
    try:
        return read_any([path], zone)
    except ZoneMissing:
        if not sys.stdin.isatty():
            raise
    return read_any([path], typer.prompt("In which time zone was it kept (Europe/Copenhagen)"))


def say_what_was_left_out(path: Path, imported: Imported) -> None:
    """Tell, apart from the output, how much of an export could not be read."""
    refused = len(imported.preview.refused)
    if refused:
        typer.echo(
            f"{path}: {refused} rows were not read; `surcease import` lists them with the reasons.",
            err=True,
        )
