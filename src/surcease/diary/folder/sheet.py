from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from surcease.diary.errors import BadRow, DiaryError
from surcease.diary.folder.encoding import decode, encode
from surcease.diary.folder.formulas import guard, unguard


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a CSV file and the line on which it starts."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file as text: the names of its columns, its rows, and those that cannot be read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]


def read_sheet(file: str, data: bytes, known: Collection[str], required: Collection[str]) -> Sheet:
    """Read a CSV file with a header; `known` columns are found with blanks around their names.

    A file that cannot be read at all, or whose header is wrong, raises BadRow.
    """
    records = _records(file, decode(file, data))
    line, header = next(records, (1, []))
    if not header:
        return Sheet((), (), ())
    names = tuple(name.strip() if name.strip() in known else name for name in header)
    _check_names(file, line, names, required)
    rows, bad = _rows(file, names, records)
    return Sheet(tuple(filter(str.strip, names)), rows, bad)


def write_sheet(file: str, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """Write the cells of those columns; a row without one leaves it empty."""
    cells = [columns, *([row.get(name, "") for name in columns] for row in rows)]
    records = [[guard(cell) for cell in record] for record in cells]
    # Python 3.12 would leave a lone carriage return without quotes, which then ends the record.
    returns = any("\r" in cell for record in records for cell in record)
    sheet = StringIO(newline="")
    writer = csv.writer(
        sheet, quoting=csv.QUOTE_ALL if returns else csv.QUOTE_MINIMAL, lineterminator="\n"
    )
    writer.writerows(records)
    return encode(file, sheet.getvalue())


def _records(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every record that is not blank with its first line, counted as an editor does."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                yield line, [unguard(cell) for cell in record]
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadRow(file, line, DiaryError("not CSV: {reason}", reason=error)) from error


def _check_names(file: str, line: int, names: Sequence[str], required: Collection[str]) -> None:
    missing = [name for name in required if name not in names]
    if missing:
        raise BadRow(file, line, _missing(missing[0], is_only_one=len(names) == 1))
    first: dict[str, int] = {}
    for nth, name in enumerate(names, start=1):
        if name.strip() and first.setdefault(name, nth) != nth:
            same = DiaryError(
                "columns {first} and {second} have the same name", first=first[name], second=nth
            )
            raise BadRow(file, line, same)


def _missing(column: str, *, is_only_one: bool) -> DiaryError:
    if is_only_one:
        return DiaryError(
            "the column {column} is missing; are the cells separated by commas?", column=column
        )
    return DiaryError("the column {column} is missing", column=column)


def _rows(
    file: str, names: Sequence[str], records: Iterator[tuple[int, list[str]]]
) -> tuple[tuple[Row, ...], tuple[BadRow, ...]]:
    rows: list[Row] = []
    bad: list[BadRow] = []
    try:
        for line, record in records:
            fault = _fault(names, record)
            if fault:
                bad.append(BadRow(file, line, fault))
            else:
                rows.append(Row(line, dict(zip(names, record, strict=True))))
    except BadRow as unreadable_from_here:
        bad.append(unreadable_from_here)
    return tuple(rows), tuple(bad)


def _fault(names: Sequence[str], record: Sequence[str]) -> DiaryError | None:
    if len(record) != len(names):
        return DiaryError(
            "{cells} cells under {columns} column names", cells=len(record), columns=len(names)
        )
    if any(cell for name, cell in zip(names, record, strict=True) if not name.strip()):
        return DiaryError("text in a column without a name")
    return None
