from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from surcease.exchange.cells import Cell, with_midnight
from surcease.exchange.draft import Draft
from surcease.exchange.match import has_names
from surcease.exchange.my_headache_log.detect import ATTACK_COLUMNS, DOSE_COLUMNS
from surcease.exchange.tables import Line, Record, Table, column_names, records_under


@dataclass(frozen=True, slots=True)
class Rows:
    attacks: tuple[Record, ...]
    doses: tuple[Record, ...]


def read(tables: Sequence[Table], _draft: Draft) -> Rows:
    """Read both tables wherever they stand: on two sheets, or one under the other."""
    found: dict[frozenset[str], list[Record]] = {ATTACK_COLUMNS: [], DOSE_COLUMNS: []}
    for table in tables:
        under: frozenset[str] | None = None
        names: tuple[str, ...] = ()
        for line in table.lines:
            header = _header(line)
            if header:
                under, names = header, column_names(line)
            elif under and not _is_title(line):
                found[under] += records_under(table, names, [line])
    attacks, doses = (tuple(map(_typed, found[columns])) for columns in found)
    return Rows(attacks, doses)


def _header(line: Line) -> frozenset[str] | None:
    return next((each for each in (ATTACK_COLUMNS, DOSE_COLUMNS) if has_names(line, each)), None)


def _is_title(line: Line) -> bool:
    """Tell a line such as --Medications Taken Table--."""
    return bool(line.cells) and str(line.cells[0]).startswith("--")


def _typed(record: Record) -> Record:
    return replace(record, cells={name: _cell(each) for name, each in record.cells.items()})


def _cell(cell: Cell) -> Cell:
    """Blank the word that the app writes for nothing."""
    return "" if cell == "null" else with_midnight(cell)
