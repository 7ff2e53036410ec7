from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from surcease.diary.errors import DiaryError
from surcease.diary.folder.contents import check_size
from surcease.exchange.cells import Cell, is_blank, text_of
from surcease.exchange.encodings import decode
from surcease.exchange.json_files import documents, is_json
from surcease.exchange.workbook import ZIP_START, UnreadableWorkbook, check_cells, checked

_OLD_WORKBOOK_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table with the line it starts on, counted from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        return all(is_blank(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """One text file or one sheet of a workbook; `name` is how it is called to the user."""

    name: str
    lines: tuple[Line, ...]
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Record:
    """One line read under a header: its cells by column name."""

    table: str
    line: int
    cells: Mapping[str, Cell]
    counts: str = "line"

    def cell(self, column: str) -> Cell:
        return self.cells.get(column, "")

    def text(self, column: str) -> str:
        return text_of(self.cell(column))


def read_tables(path: Path, name: str = "") -> tuple[Table, ...]:
    """Read every table of a text file or workbook, told apart by content, not by the name.

    `name` is what the file is called to the user, where that is not its name on the disk.
    """
    name = name or path.name
    try:
        check_size(name, path.stat().st_size)
        data = path.read_bytes()
    except OSError as error:
        raise DiaryError(
            "{name} cannot be read: {reason}", name=name, reason=error.strerror
        ) from error
    if data.startswith((ZIP_START, _OLD_WORKBOOK_START)):
        return _workbook_tables(name, data)
    if is_json(data):
        return (_json_table(name, data),)
    return (_text_table(name, data),)


def _workbook_tables(name: str, data: bytes) -> tuple[Table, ...]:
    try:
        safe = checked(data) if data.startswith(ZIP_START) else data
        with CalamineWorkbook.from_filelike(io.BytesIO(safe)) as book:
            return tuple(_sheet_tables(name, book))
    except DiaryError as error:
        raise DiaryError("{name}: {reason}", name=name, reason=error) from error
    except (UnreadableWorkbook, CalamineError, OSError, ValueError) as error:
        raise DiaryError(
            "{name} is not a workbook that can be opened, nor the zip file of a Surcease diary; "
            "unpack any other zip file and pass its folder",
            name=name,
        ) from error


def _sheet_tables(name: str, book: CalamineWorkbook) -> Iterator[Table]:
    cells = 0
    for sheet in book.sheets_metadata:
        if sheet.typ is SheetTypeEnum.WorkSheet:
            content = book.get_sheet_by_name(sheet.name)
            cells += content.total_height * content.total_width
            check_cells(cells)
            rows = content.to_python(skip_empty_area=False)
            lines = tuple(Line(number, tuple(row)) for number, row in enumerate(rows, start=1))
            yield Table(f"{name}, sheet {sheet.name}", lines)


def _json_table(name: str, data: bytes) -> Table:
    try:
        found = documents(data)
    except DiaryError as error:
        raise DiaryError("{name}: {reason}", name=name, reason=error) from error
    return Table(name, tuple(Line(number, (document,)) for number, document in found))


def _text_table(name: str, data: bytes) -> Table:
    try:
        text, encoding = decode(data)
        return Table(name, _best_split(text), encoding)
    except DiaryError as error:
        raise DiaryError("{name}: {reason}", name=name, reason=error) from error


def _best_split(text: str) -> tuple[Line, ...]:
    """Split at the delimiter that gives the most lines of one common width above 1."""
    splits = [_split(text, delimiter) for delimiter in _DELIMITERS]
    return max(splits, key=_evenness)


def _evenness(lines: Sequence[Line]) -> tuple[int, int]:
    widths = Counter(len(line.cells) for line in lines if len(line.cells) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _split(text: str, delimiter: str) -> tuple[Line, ...]:
    check_cells(text.count(delimiter) + text.count("\n"))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines, starts_on = [], 1
    try:
        for cells in reader:
            lines.append(Line(starts_on, tuple(cells)))
            starts_on = reader.line_num + 1
    except csv.Error as error:
        raise DiaryError("line {line} is not a row of a table", line=starts_on) from error
    return tuple(lines)


def column_names(header: Line) -> tuple[str, ...]:
    """Name every column, also blank and repeated ones, so that no cell is lost."""
    names: list[str] = []
    for place, cell in enumerate(header.cells, start=1):
        name = " ".join(text_of(cell).split()) or f"column {place}"
        names.append(name if name not in names else f"{name} (column {place})")
    return tuple(names)


def records_under(table: Table, names: Sequence[str], lines: Sequence[Line]) -> tuple[Record, ...]:
    """Read lines under column names; blank lines are skipped, surplus cells keep a name."""
    return tuple(
        Record(table.name, line.number, _named_cells(names, line))
        for line in lines
        if not line.is_blank
    )


def _named_cells(names: Sequence[str], line: Line) -> dict[str, Cell]:
    surplus = (f"column {place}" for place in range(len(names) + 1, len(line.cells) + 1))
    return dict(zip((*names, *surplus), line.cells, strict=False))
