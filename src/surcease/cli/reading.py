from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import typer

from surcease.diary import DiaryError, zone_named
from surcease.diary.ahead import about_days_ahead
from surcease.diary.folder.place import at
from surcease.exchange.opening import OURS, ZoneMissing, read_any
from surcease.exchange.source import Imported
from surcease.exchange.wording import counted


def read_diaries(paths: Iterable[Path], zone: str | None) -> list[Imported]:
    """Read every diary before any is analysed, so that a bad one is said at once."""
    check_zone(zone)
    return [read_one(path, zone) for path in paths]


def check_zone(zone: str | None) -> None:
    if zone is not None:
        with at("--zone"):
            zone_named(zone)


def read_one(path: Path, zone: str | None) -> Imported:
    """Read one diary; on a terminal, ask for a zone that its times lack."""
    with _naming(path):
        try:
            return read_any([path], zone)
        except ZoneMissing:
            if not sys.stdin.isatty():
                raise
        return read_any([path], typer.prompt("In which time zone was it kept (Europe/Copenhagen)"))


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Say which of several diaries an error is about, unless the message begins so."""
    try:
        yield
    except DiaryError as error:
        if _begins_with(str(path), str(error)):
            raise
        raise DiaryError(f"{path}: {error}") from error


def _begins_with(name: str, message: str) -> bool:
    """Tell whether a message names the diary; one called "a" is not named by "attacks.csv"."""
    return message.startswith(tuple(f"{name}{after}" for after in ": /\\"))


def say_what_to_know(path: Path, imported: Imported) -> None:
    """Tell, apart from the output, what was left out or looks wrong in a diary."""
    today = datetime.now(zone_named(imported.diary.zone)).date()
    remarks = (*_of_reading(imported), *about_days_ahead(imported.diary, today))
    for remark in remarks:
        typer.echo(f"{path}: {remark}", err=True)


def _of_reading(imported: Imported) -> Sequence[str]:
    preview = imported.preview
    if imported.format_name == OURS:
        return preview.notices
    asked = len(preview.beside_attacks) + bool(preview.other_types)
    remarks = len(preview.doubts) + len(preview.notices) + asked
    parts = [counted(len(preview.refused), "row", "rows") + " not read"] if preview.refused else []
    parts += [counted(remarks, "thing", "things") + " to know"] if remarks else []
    return [f"{', '.join(parts)}; `surcease import` lists them"] if parts else []
