from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from surcease.diary.errors import DiaryError

if TYPE_CHECKING:
    from rich.table import Table

    from surcease.exchange import Choices, Imported
    from surcease.exchange.in_words import Grid

PIPE_WIDTH = 1000
NUMBERS = ("rows", "read", "refused", "doses")


def command(
    sources: Annotated[
        list[Path],
        typer.Argument(help="The files of one export, or the folder with them.", metavar="SOURCE"),
    ],
    diary: Annotated[
        Path, typer.Argument(help="The new diary: a folder, or a .zip.", metavar="DIARY_DIR")
    ],
    *,
    zone: Annotated[
        str | None,
        typer.Option(help="Time zone the diary was kept in, such as Europe/Copenhagen."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write the diary after the preview.")] = False,
    mapping: Annotated[
        Path | None, typer.Option(help="TOML file with columns and other choices.")
    ] = None,
    save_mapping: Annotated[
        Path | None, typer.Option(help="Write the columns and choices used to a TOML file.")
    ] = None,
    date_order: Annotated[
        str | None, typer.Option(help="How 04/03/2019 is read: dmy or mdy (or ymd).")
    ] = None,
    taken_daily: Annotated[
        list[str] | None,
        typer.Option(help='Such as "verapamil 240 mg from 2019-01-01 to 2019-06-30".'),
    ] = None,
    coverage: Annotated[
        list[str] | None,
        typer.Option(
            help="Days on which every attack was written down: 2019-01-01..2019-06-30.",
        ),
    ] = None,
    count_type: Annotated[
        list[str] | None,
        typer.Option(help="A headache type that was your cluster headache."),
    ] = None,
    treatment: Annotated[
        list[str] | None,
        typer.Option(help='What one of your own names stands for: "tank=oxygen".'),
    ] = None,
) -> None:
    """Make a diary of another app's export: a preview first, and with --yes the diary."""
    from surcease.cli.reading import check_zone
    from surcease.exchange import is_ours, save_choices

    if any(is_ours(source) for source in sources):
        raise DiaryError("this is a Surcease diary already; there is nothing to import")
    if is_ours(diary):
        raise DiaryError(f"{diary} holds a diary already, which stays; choose another place")
    check_zone(zone)
    choices = _add(_from_file(mapping), zone, date_order, taken_daily, coverage)
    choices = _add_names(choices, count_type, treatment)
    imported = _open(sources, choices)
    _show(imported)
    if save_mapping:
        save_choices(imported.choices, save_mapping)
        print(f"\nColumns and choices are in {save_mapping}.")
    if yes or _agreed(diary):
        _write(imported, diary)
    elif not _is_terminal():
        print(f"\nNothing is written yet. With --yes the diary goes to {diary}.")


def _from_file(mapping: Path | None) -> Choices:
    from surcease.exchange import Choices, load_choices

    return load_choices(mapping) if mapping else Choices()


def _add(
    choices: Choices,
    zone: str | None,
    date_order: str | None,
    taken_daily: Sequence[str] | None,
    coverage: Sequence[str] | None,
) -> Choices:
    """Let the options of the command line go before those of the mapping file, or join them."""
    from surcease.exchange import read_date_order, read_span, read_taken_daily

    with _about("--date-order"):
        order = read_date_order(date_order) if date_order else choices.date_order
    with _about("--taken-daily"):
        regimens = tuple(read_taken_daily(each) for each in taken_daily or ())
    with _about("--coverage"):
        spans = tuple(read_span(each) for each in coverage or ())
    return replace(
        choices,
        zone=zone or choices.zone,
        date_order=order,
        tables=tuple(
            replace(each, date_order=None if date_order else each.date_order)
            for each in choices.tables
        ),
        taken_daily=(*choices.taken_daily, *regimens),
        coverage=(*choices.coverage, *spans),
    )


def _add_names(
    choices: Choices, count_type: Sequence[str] | None, treatment: Sequence[str] | None
) -> Choices:
    from surcease.exchange import read_treatment_name

    with _about("--treatment"):
        names = dict(read_treatment_name(each) for each in treatment or ())
    return replace(
        choices,
        count_types=(*choices.count_types, *(count_type or ())),
        treatments={**choices.treatments, **names},
    )


@contextmanager
def _about(option: str) -> Iterator[None]:
    try:
        yield
    except DiaryError as error:
        raise DiaryError(f"{option}: {error}") from error


def _open(sources: Sequence[Path], choices: Choices) -> Imported:
    """Read the sources; on a terminal, ask for the zone that their times lack."""
    from surcease.exchange import ZoneMissing, open_source

    try:
        return open_source(sources, choices)
    except ZoneMissing:
        if not _is_terminal():
            raise
    zone = typer.prompt("In which time zone was it kept (such as Europe/Copenhagen)")
    return open_source(sources, replace(choices, zone=zone))


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _show(imported: Imported) -> None:
    """Print the preview for the terminal's width; in a pipe one line a row, however long."""
    from rich.console import Console

    from surcease.exchange.in_words import in_words

    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    with console.capture() as capture:
        for part in in_words(imported):
            console.print(part if isinstance(part, str) else _table(part))
    print("\n".join(line.rstrip() for line in capture.get().splitlines()))


def _table(grid: Grid) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="dim")
    for name in grid.columns:
        table.add_column(name, justify="right" if name in NUMBERS else "left", overflow="fold")
    for row in grid.rows:
        table.add_row(*row)
    return table


def _agreed(diary: Path) -> bool:
    return _is_terminal() and typer.confirm(f"\nWrite the diary to {diary}?")


def _write(imported: Imported, diary: Path) -> None:
    from surcease.diary import write_diary

    write_diary(imported.diary, diary)
    print(f"\nThe diary is in {diary}. What works in it: surcease analyze {diary}")
