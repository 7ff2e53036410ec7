from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from surcease.exchange.cluster_headache_tracker.detect import ATTACK_COLUMNS, DOSE_COLUMNS
from surcease.exchange.draft import Draft
from surcease.exchange.match import header_line
from surcease.exchange.tables import Record, Table, column_names, records_under


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the attack files and of the dose files; no dose file gives no doses."""

    attacks: tuple[Record, ...]
    doses: tuple[Record, ...]


def read(tables: Sequence[Table], _draft: Draft) -> Rows:
    return Rows(tuple(_under(tables, ATTACK_COLUMNS)), tuple(_under(tables, DOSE_COLUMNS)))


def _under(tables: Sequence[Table], columns: Collection[str]) -> Iterator[Record]:
    for table in tables:
        if header_line(table, columns) == 0:
            yield from records_under(table, column_names(table.lines[0]), table.lines[1:])
