from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from surcease.diary import DiaryError
from surcease.exchange.any_table.guess import guess_mapping, under_header
from surcease.exchange.cells import with_midnight
from surcease.exchange.choices import Choices
from surcease.exchange.column_mapping import Field, RowsAre, TableMapping
from surcease.exchange.dates import DateOrder
from surcease.exchange.draft import Draft
from surcease.exchange.tables import Record, Table, records_under
from surcease.exchange.when import parse_when


@dataclass(frozen=True, slots=True)
class MappedTable:
    """The rows of one table and what its columns hold.

    Parameters
    ----------
    above
        What stands above the column names.
    days
        Every date of the table that can be read.
    """

    mapping: TableMapping
    records: tuple[Record, ...]
    above: tuple[Record, ...]
    days: tuple[date, ...]


def read(tables: Sequence[Table], draft: Draft) -> tuple[MappedTable, ...]:
    """Read every table through the user's mapping, or through one guessed for it."""
    mappings = _mappings(tables, draft.choices)
    draft.columns |= {
        table.name: under_header(table, mappings[table.name].header_line)[0] for table in tables
    }
    mapped = tuple(
        _mapped(table, mappings[table.name], draft)
        for table in tables
        if mappings[table.name].rows is not RowsAre.NOT_READ
    )
    if not mapped:
        names = ", ".join(table.name for table in tables)
        raise DiaryError(
            "{names}: no column of dates was found; describe the columns (--mapping)", names=names
        )
    settled = {each.mapping.table: each.mapping for each in mapped}
    draft.choices = replace(draft.choices, tables=tuple((mappings | settled).values()))
    return mapped


def _mappings(tables: Sequence[Table], choices: Choices) -> dict[str, TableMapping]:
    given = {mapping.table: mapping for mapping in choices.tables}
    if len(tables) == len(given) == 1:
        (mapping,) = given.values()
        return {tables[0].name: replace(mapping, table=tables[0].name)}
    missing = sorted(given.keys() - {table.name for table in tables})
    if missing:
        raise DiaryError(
            "the mapping describes a table that is not there: {missing}", missing=missing[0]
        )
    return {table.name: given.get(table.name) or guess_mapping(table) for table in tables}


def _mapped(table: Table, mapping: TableMapping, draft: Draft) -> MappedTable:
    names, lines = under_header(table, mapping.header_line)
    start = mapping.columns.get(Field.START)
    if start is None or not set(mapping.columns.values()).issubset(names):
        raise DiaryError(
            "{table}: the mapping names a column that is not there, or no start", table=table.name
        )
    records = records_under(table, names, lines)
    for column in (start, mapping.columns.get(Field.END, start)):
        records = _with_midnights(records, column)
    above = [line for line in table.lines if line.number < mapping.header_line]
    order = mapping.date_order or draft.date_order(records, start)
    return MappedTable(
        mapping=replace(mapping, date_order=order),
        records=records,
        above=records_under(table, names, above),
        days=tuple(_days(records, start, order)),
    )


def _with_midnights(records: tuple[Record, ...], column: str) -> tuple[Record, ...]:
    """Where a column holds instants, a bare date is midnight."""
    dates = [cell for record in records if isinstance(cell := record.cell(column), date)]
    if sum(isinstance(cell, datetime) for cell in dates) < len(dates) / 2:
        return records
    return tuple(
        replace(record, cells={**record.cells, column: with_midnight(record.cell(column))})
        for record in records
    )


def _days(records: Iterable[Record], start: str, order: DateOrder | None) -> Iterator[date]:
    for record in records:
        with suppress(DiaryError):
            yield parse_when(record.cell(start), order).on
