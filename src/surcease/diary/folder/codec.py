"""A diary as the bytes of its files, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from surcease.diary.errors import BadRow, BadRows, DiaryError
from surcease.diary.events import Diary
from surcease.diary.folder import settings
from surcease.diary.folder.notices import Notice, about_columns, about_record
from surcease.diary.folder.sheet import Row, read_sheet
from surcease.diary.folder.tables import TABLES, Event, Table, read_event, write_table


@dataclass(frozen=True, slots=True)
class _ReadTable:
    table: Table
    events: tuple[Event, ...] = ()
    unknown: tuple[str, ...] = ()
    bad: tuple[BadRow, ...] = ()


def encode_diary(diary: Diary) -> dict[str, bytes]:
    """Write diary.toml and every table that is not empty.

    Raises DiaryError rather than give bytes that would not read back as the same diary.
    """
    used = [table for table in TABLES if getattr(diary, table.field)]
    files = {settings.FILE: settings.write_settings(diary)}
    files |= {table.file: write_table(table, diary) for table in used}
    read_back, _ = decode_diary(files)
    if read_back != diary:
        raise DiaryError("something in this diary would change if it were written and read again")
    return files


def decode_diary(files: Mapping[str, bytes]) -> tuple[Diary, tuple[Notice, ...]]:
    """Read a diary whole, or raise BadRow or BadRows with every row that cannot be read."""
    if settings.FILE not in files:
        raise DiaryError(
            "{file} is missing; it holds the format and the time zone", file=settings.FILE
        )
    head = settings.read_settings(files[settings.FILE])
    present = (table for table in TABLES if table.file in files)
    tables = [_read_table(table, files[table.file], head) for table in present]
    _refuse(tuple(chain.from_iterable(each.bad for each in tables)))
    events: dict[str, Any] = {each.table.field: each.events for each in tables}
    diary = replace(head, **events)
    columns = (about_columns(each.table.file, each.unknown) for each in tables)
    return diary, (*chain.from_iterable(columns), *about_record(diary))


def _read_table(table: Table, data: bytes, diary: Diary) -> _ReadTable:
    try:
        sheet = read_sheet(table.file, data, table.known, table.required)
    except BadRow as error:
        return _ReadTable(table, bad=(error,))
    events, bad = _read_rows(table, sheet.rows, diary)
    unknown = tuple(name for name in sheet.columns if name not in table.known)
    return _ReadTable(table, events, unknown, _by_line(sheet.bad, bad))


def _read_rows(
    table: Table, rows: Iterable[Row], diary: Diary
) -> tuple[tuple[Event, ...], list[BadRow]]:
    events: list[Event] = []
    bad: list[BadRow] = []
    for row in rows:
        try:
            events.append(read_event(table, row.cells, diary))
        except DiaryError as error:
            bad.append(BadRow(table.file, row.line, error))
    return tuple(events), bad


def _by_line(*bad: Iterable[BadRow]) -> tuple[BadRow, ...]:
    return tuple(sorted(chain.from_iterable(bad), key=lambda row: row.line))


def _refuse(bad: tuple[BadRow, ...]) -> None:
    if len(bad) == 1:
        raise bad[0]
    if bad:
        raise BadRows(bad)
