from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from rapidfuzz import fuzz

from surcease.diary import DiaryError
from surcease.exchange.cells import Cell, is_blank, number_of, text_of
from surcease.exchange.column_mapping import Field
from surcease.exchange.durations import duration_of
from surcease.exchange.tables import Line
from surcease.exchange.times import looks_like_time
from surcease.exchange.when import looks_like_date, tells_time
from surcease.exchange.words import severity_named, words_in

_SAME, _PART_OF = 100.0, 80.0
_MISSPELT_AT = 85.0
_SHORTEST_TO_MISSPELL = 5
_LONGEST_HEADER = 60
_BRACKETS = re.compile(r"[(\[].*?[)\]]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name and its entries that are not blank."""

    name: str
    cells: tuple[Cell, ...]

    def share(self, looks: Callable[[Cell], bool]) -> float:
        """Return the fraction of entries that look so."""
        return sum(map(looks, self.cells)) / len(self.cells) if self.cells else 0.0


def columns_of(names: Sequence[str], lines: Sequence[Line]) -> list[Column]:
    cells: dict[str, list[Cell]] = {name: [] for name in names}
    for line in lines:
        for name, cell in zip(names, line.cells, strict=False):
            if not is_blank(cell):
                cells[name].append(cell)
    return [Column(name, tuple(entries)) for name, entries in cells.items()]


def assign(columns: Sequence[Column]) -> dict[Field, Column]:
    """Give each field the column whose name is likest and whose entries fit, each column once."""
    scores = {
        (column, field): score
        for column, field in product(columns, Field)
        if (score := _score(column, field)) > 0
    }
    assigned: dict[Field, Column] = {}
    for column, field in sorted(scores, key=lambda pair: -scores[pair]):
        if field not in assigned and column not in assigned.values():
            assigned[field] = column
    return assigned


def header_likeness(line: Line) -> int:
    """Return how many cells of a line are names of columns."""
    texts = (text_of(cell) for cell in line.cells if isinstance(cell, str))
    short = [text for text in texts if 0 < len(text) <= _LONGEST_HEADER]
    return sum(max(_likeness(text, field) for field in Field) >= _MISSPELT_AT for text in short)


@cache
def _header_names() -> Mapping[Field, tuple[str, ...]]:
    text = files("surcease.exchange.any_table").joinpath("headers.toml").read_text("utf-8")
    return {Field(field): tuple(names) for field, names in tomllib.loads(text).items()}


_ALSO_CALLED = {Field.START: Field.TIME, Field.TIME: Field.START, Field.END_TIME: Field.END}
"""Fields whose names are mixed up ("start" over times, "time" over dates): the entries decide."""


def _score(column: Column, field: Field) -> float:
    likeness = max(_likeness(column.name, each) for each in (field, _ALSO_CALLED.get(field, field)))
    fits = _FITS.get(field)
    if not likeness or not column.cells or (fits and not fits(column)):
        return 0.0
    if field is Field.START:
        likeness += column.share(looks_like_date) + column.share(tells_time)
    return likeness


def _holds_some_date(column: Column) -> bool:
    return column.share(looks_like_date) > 0


def _holds_dates(column: Column) -> bool:
    return column.share(looks_like_date) >= 0.3


def _holds_times(column: Column) -> bool:
    return not _holds_dates(column) and column.share(looks_like_time) >= 0.5


def _holds_dates_or_times(column: Column) -> bool:
    return _holds_dates(column) or _holds_times(column)


def _mostly(looks: Callable[[Cell], bool]) -> Callable[[Column], bool]:
    return lambda column: not _holds_dates(column) and column.share(looks) >= 0.5


def _is_number(cell: Cell) -> bool:
    return number_of(cell) is not None


def _is_intensity(cell: Cell) -> bool:
    return text_of(cell)[:1].isdigit() or severity_named(text_of(cell)) is not None


def _is_duration(cell: Cell) -> bool:
    try:
        duration_of(cell)
    except DiaryError:
        return False
    return True


_FITS: Mapping[Field, Callable[[Column], bool]] = {
    Field.START: _holds_some_date,
    Field.TIME: _holds_times,
    Field.END: _holds_dates_or_times,
    Field.END_TIME: _holds_times,
    Field.ABORTIVE_TIME: _holds_dates_or_times,
    Field.DURATION: _mostly(_is_duration),
    Field.INTENSITY: _mostly(_is_intensity),
    Field.ATTACKS: _mostly(_is_number),
}
"""What the entries of a column must be for a field; any entries will do for the other fields."""


@cache
def _likeness(header: str, field: Field) -> float:
    """Return how much a header looks like a name of the field: 100 the same, 0 not at all."""
    phrase = " ".join(words_in(_BRACKETS.sub(" ", header)))
    return max((_alike(phrase, name) for name in _header_names().get(field, ())), default=0.0)


def _alike(phrase: str, name: str) -> float:
    if phrase == name:
        return _SAME
    alike = fuzz.ratio(phrase, name)
    if alike >= _MISSPELT_AT and len(name) >= _SHORTEST_TO_MISSPELL:
        return alike
    return _PART_OF + len(name) / 100 if f" {name} " in f" {phrase} " else 0.0
