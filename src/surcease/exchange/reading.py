from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache

from surcease.diary import DiaryError, Extra, Moment
from surcease.diary.folder.tables import TABLES, Event
from surcease.exchange.cells import Cell, is_blank, number_of, text_of
from surcease.exchange.clock import end_of, moment_of
from surcease.exchange.dates import DateOrder
from surcease.exchange.draft import Draft
from surcease.exchange.tables import Record
from surcease.exchange.when import parse_when
from surcease.formulary.wording import error_in_words
from surcease.language import gettext as _

_KNOWN_COLUMNS = {table.event: table.known for table in TABLES}


class Reading:
    """One record being read: the columns that found no place in the diary become its extra."""

    def __init__(self, record: Record, draft: Draft) -> None:
        self._record = record
        self._draft = draft
        self._taken: set[str] = set()

    def take(self, column: str) -> Cell:
        self._taken.add(column)
        return self._record.cell(column)

    def text(self, column: str) -> str:
        return text_of(self.take(column))

    def look(self, column: str) -> str:
        """Return a column's text, leaving it to be kept as it is written too."""
        return self._record.text(column)

    def optional[Value](self, column: str, parse: Callable[[Cell], Value | None]) -> Value | None:
        """Read a column that a row can do without.

        Where it cannot be read it is left out, which is reported, and kept as it is written.
        """
        cell = self._record.cell(column)
        if is_blank(cell):
            return None
        try:
            value = parse(cell)
        except DiaryError as error:
            self.doubt(
                _("{column} is left out: {reason}").format(
                    column=column, reason=error_in_words(error)
                )
            )
            return None
        if value is not None:
            self._taken.add(column)
        return value

    def moment(self, column: str, order: DateOrder | None = None) -> Moment:
        """Read the instant without which a row is nothing."""
        when = parse_when(self.take(column), order)
        return moment_of(when, self._draft.zone, self._record.text(column))

    def end(self, column: str, start: Moment, order: DateOrder | None = None) -> Moment | None:
        return self.optional(
            column, lambda cell: end_of(parse_when(cell, order), start, text_of(cell))
        )

    def number(self, column: str) -> float | None:
        return self.optional(column, _number)

    def doubt(self, reason: str) -> None:
        self._draft.doubt(self._record, reason)

    def rest(self, event: type[Event], rename: Callable[[str], str] = str) -> Extra:
        """Return what was not taken, under names that mean nothing else in the event's table."""
        known = _KNOWN_COLUMNS[event]
        kept: dict[str, str] = {}
        for column, cell in self._record.cells.items():
            if column not in self._taken and not is_blank(cell):
                kept[_free(rename(column) or column, known | kept.keys())] = text_of(cell)
        return tuple(kept.items())


def _free(name: str, used: Collection[str]) -> str:
    while name in used:
        name = f"{name}_as_written"
    return name


@cache
def snake_case(name: str) -> str:
    return re.sub(r"\W+", "_", name).strip("_").lower()


def _number(cell: Cell) -> float:
    number = number_of(cell)
    if number is None:
        raise DiaryError("not a number")
    return number
