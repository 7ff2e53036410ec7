from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from surcease.exchange.any_table.columns import Column, assign, columns_of, header_likeness
from surcease.exchange.column_mapping import Field, RowsAre, TableMapping
from surcease.exchange.scales import guess_scale
from surcease.exchange.tables import Line, Table, column_names
from surcease.exchange.when import looks_like_date
from surcease.exchange.words import unit_named, words_in

_LINES_BEFORE_A_HEADER = 30
_SAYS_ATTACK = {Field.END, Field.DURATION, Field.INTENSITY, Field.SYMPTOMS, Field.TRIGGERS}
_SAYS_DOSE = {Field.AMOUNT, Field.UNIT, Field.ROUTE, Field.SITE}
_MAY_SAY_ATTACK = {Field.SIDE, Field.KIND, Field.PREVENTIVE}
_DAYS_HOLD = {Field.START, Field.ATTACKS}
_DOSES_HOLD = {
    Field.START,
    Field.TIME,
    Field.TREATMENT,
    *_SAYS_DOSE,
    Field.NOTES,
}


def guess_mapping(table: Table) -> TableMapping:
    """Guess from headers and entries what each column of a table holds."""
    header = _header_line(table.lines)
    names, lines = under_header(table, header)
    columns = columns_of(names, lines)
    found = assign(columns)
    if Field.START not in found:
        found |= _first_dates(columns)
    rows = _rows_are(found)
    if rows is RowsAre.DOSES:
        found = _as_doses(found)
    if rows is RowsAre.DAYS:
        found = {field: column for field, column in found.items() if field in _DAYS_HOLD}
    return TableMapping(
        table=table.name,
        rows=rows,
        header_line=header,
        columns={field: found[field].name for field in Field if field in found},
        intensity_scale=_scale(found.get(Field.INTENSITY)),
        duration_unit=_duration_unit(found.get(Field.DURATION)),
    )


def under_header(table: Table, header_line: int) -> tuple[tuple[str, ...], Sequence[Line]]:
    """Return the column names on a line (0: none, they are numbered) and the lines under it."""
    if header_line == 0:
        width = max((len(line.cells) for line in table.lines), default=0)
        return column_names(Line(0, ("",) * width)), table.lines
    header = next((line for line in table.lines if line.number == header_line), Line(0, ()))
    return column_names(header), [line for line in table.lines if line.number > header_line]


def _header_line(lines: Sequence[Line]) -> int:
    """Return the number of the line of column names, 0 where the first line is an entry already."""
    first = list(islice((line for line in lines if not line.is_blank), _LINES_BEFORE_A_HEADER))
    if not first:
        return 0
    best = max(first, key=header_likeness)
    if header_likeness(best):
        return best.number
    return 0 if any(map(looks_like_date, first[0].cells)) else first[0].number


def _first_dates(columns: Sequence[Column]) -> dict[Field, Column]:
    dates = [column for column in columns if column.share(looks_like_date) > 0.5]
    return {Field.START: dates[0]} if dates else {}


def _rows_are(found: Mapping[Field, Column]) -> RowsAre:
    if Field.START not in found:
        return RowsAre.NOT_READ
    if Field.ATTACKS in found and not found.keys() & {Field.TIME, Field.END, Field.DURATION}:
        return RowsAre.DAYS
    if found.keys() & _SAYS_ATTACK or not found.keys() & {Field.ABORTIVE, Field.PREVENTIVE}:
        return RowsAre.ATTACKS
    if found.keys() & _SAYS_DOSE or not found.keys() & _MAY_SAY_ATTACK:
        return RowsAre.DOSES
    return RowsAre.ATTACKS


def _as_doses(found: Mapping[Field, Column]) -> dict[Field, Column]:
    """Rename the fields whose columns are called the same in tables of attacks."""
    treatment = found.get(Field.ABORTIVE) or found[Field.PREVENTIVE]
    doses = {field: column for field, column in found.items() if field in _DOSES_HOLD}
    if Field.SIDE in found:
        doses.setdefault(Field.SITE, found[Field.SIDE])
    return doses | {Field.TREATMENT: treatment}


def _scale(column: Column | None) -> str:
    return guess_scale(column.name, column.cells) if column else "0-10"


def _duration_unit(column: Column | None) -> str:
    units = [unit_named(word) for word in words_in(column.name)] if column else []
    return "h" if "h" in units else "min"
