from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surcease.exchange.draft import Draft
from surcease.exchange.match import header_line
from surcease.exchange.migraine_buddy.detect import ATTACK_COLUMNS
from surcease.exchange.tables import Line, Record, Table, column_names, records_under

_NOTHING_GOES_ON = "no ongoing events"


@dataclass(frozen=True, slots=True)
class Rows:
    """The attacks, and the events of the preamble that were going on at the time of export."""

    attacks: tuple[Record, ...]
    ongoing: tuple[Record, ...]


def read(tables: Sequence[Table], _draft: Draft) -> Rows:
    attacks: list[Record] = []
    ongoing: list[Record] = []
    for table in tables:
        place = header_line(table, ATTACK_COLUMNS)
        if place is not None:
            header, under = table.lines[place], table.lines[place + 1 :]
            attacks += records_under(table, column_names(header), under)
            ongoing += _preamble(table, table.lines[:place])
    return Rows(tuple(attacks), tuple(ongoing))


def _preamble(table: Table, lines: Sequence[Line]) -> Iterator[Record]:
    filled = [line for line in lines if not line.is_blank]
    if filled:
        records = records_under(table, column_names(filled[0]), filled[1:])
        yield from (record for record in records if not _says_nothing(record))


def _says_nothing(record: Record) -> bool:
    return record.text("Date").casefold().startswith(_NOTHING_GOES_ON)
