from __future__ import annotations

from functools import partial

from surcease.diary import DayCount, DiaryError
from surcease.exchange.any_table.entry import Entry
from surcease.exchange.any_table.read import MappedTable
from surcease.exchange.column_mapping import Field
from surcease.exchange.draft import Draft
from surcease.exchange.tables import Record


def add_days(table: MappedTable, draft: Draft) -> None:
    """Add the days of a table that counts attacks by day; an empty count says unknown."""
    draft.each(table.records, partial(_add_day, table, draft))


def _add_day(table: MappedTable, draft: Draft, record: Record) -> None:
    entry = Entry(table, draft, record)
    on = entry.when().on
    count = entry.number(Field.ATTACKS)
    if count is None and entry.look(Field.ATTACKS):
        raise DiaryError("the number of attacks is not a number")
    if count is not None and not count.is_integer():
        raise DiaryError("the number of attacks is not a whole number")
    draft.days.append(DayCount(on, None if count is None else int(count), entry.rest(DayCount)))
