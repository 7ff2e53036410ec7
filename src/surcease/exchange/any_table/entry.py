from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from surcease.diary import Extra, Moment
from surcease.diary.folder.tables import Event
from surcease.exchange.any_table.read import MappedTable
from surcease.exchange.cells import Cell, is_blank, number_of, text_of
from surcease.exchange.clock import end_after, end_at_time, end_of, moment_of
from surcease.exchange.column_mapping import Field
from surcease.exchange.draft import Draft
from surcease.exchange.durations import duration_of
from surcease.exchange.reading import Reading
from surcease.exchange.scales import Scale
from surcease.exchange.tables import Record
from surcease.exchange.times import parse_time
from surcease.exchange.when import When, looks_like_date, parse_when
from surcease.exchange.words import means
from surcease.exchange.years import ImpossibleYear, nearest_year
from surcease.language import gettext as _


class Entry:
    """One row of a mapped table, read by field instead of by column."""

    def __init__(self, table: MappedTable, draft: Draft, record: Record) -> None:
        self._table = table
        self._mapping = table.mapping
        self._zone = draft.zone
        self._record = record
        self._reading = Reading(record, draft)

    def look(self, field: Field) -> str:
        """Return a field's text, which is kept as it is written too."""
        return text_of(self._cell(field))

    def text(self, field: Field) -> str:
        """Return a field's text, which has found its place."""
        return text_of(self._take(field))

    def rest(self, event: type[Event]) -> Extra:
        return self._reading.rest(event, self._extra_name)

    def when(self) -> When:
        """Read the date and the time of day, from one column or from two."""
        when = self._date()
        if when.at is None:
            when = replace(when, at=self._optional(Field.TIME, parse_time))
        if when.rest:
            self._reading.doubt(_("the date column holds a note too, which is kept with the notes"))
        return when

    def moment(self, when: When) -> Moment:
        written = (self.look(Field.START), self.look(Field.TIME))
        return moment_of(when, self._zone, " ".join(filter(None, written)))

    def notes(self, when: When) -> str:
        return "; ".join(filter(None, (when.rest, self.text(Field.NOTES))))

    def ended_at(self, start: Moment) -> Moment | None:
        """Read the end or, without one, the duration."""
        end = self._optional(Field.END, lambda cell: self._end(cell, start))
        return end or self._optional(
            Field.DURATION,
            lambda cell: end_after(duration_of(cell, self._mapping.duration_unit), start),
        )

    def taken_at(self, start: Moment) -> Moment:
        """Return when an abortive was taken: at the start of the attack where nothing else says."""
        taken = self._optional(Field.ABORTIVE_TIME, lambda cell: self._end(cell, start))
        return taken or start

    def intensity(self) -> float | None:
        """Return the intensity on the 0 to 10 scale; DiaryError where it is off its own scale."""
        cell = self._cell(Field.INTENSITY)
        if is_blank(cell):
            return None
        intensity = Scale.named(self._mapping.intensity_scale).intensity(cell)
        if intensity is None:
            self._reading.doubt(_("the intensity is left out: neither a number nor a known word"))
        elif intensity == number_of(cell):
            self._take(Field.INTENSITY)
        return intensity

    def number(self, field: Field) -> float | None:
        return self._optional(field, number_of)

    def _date(self) -> When:
        try:
            return parse_when(self._take(Field.START), self._mapping.date_order)
        except ImpossibleYear as error:
            raise ImpossibleYear(error.year, nearest_year(error.year, self._table.days)) from error

    def _end(self, cell: Cell, start: Moment) -> Moment | None:
        if means("ongoing", text_of(cell)):
            return None
        if not looks_like_date(cell):
            return end_at_time(parse_time(cell), start, text_of(cell))
        when = parse_when(cell, self._mapping.date_order)
        if when.at is None:
            when = replace(when, at=self._optional(Field.END_TIME, parse_time))
        return end_of(
            when, start, " ".join(filter(None, (text_of(cell), self.look(Field.END_TIME))))
        )

    def _optional[Value](self, field: Field, parse: Callable[[Cell], Value | None]) -> Value | None:
        column = self._mapping.columns.get(field)
        return self._reading.optional(column, parse) if column else None

    def _extra_name(self, column: str) -> str:
        return "type" if column == self._mapping.columns.get(Field.KIND) else column

    def _cell(self, field: Field) -> Cell:
        column = self._mapping.columns.get(field)
        return self._record.cell(column) if column else ""

    def _take(self, field: Field) -> Cell:
        column = self._mapping.columns.get(field)
        return self._reading.take(column) if column else ""
