from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surcease.diary.errors import DiaryError
from surcease.diary.events import (
    Attack,
    Condition,
    DayCount,
    Diary,
    Dose,
    Ecg,
    Lab,
    Medicine,
    Note,
    Regimen,
    Symptom,
)
from surcease.diary.folder.cells import (
    ANSWER,
    COUNT,
    DATE,
    KIND,
    NUMBER,
    SIDE,
    SYMPTOMS,
    TEXT,
    Cell,
)
from surcease.diary.folder.instants import columns_of, read_instant, write_instant
from surcease.diary.folder.place import at
from surcease.diary.folder.sheet import write_sheet
from surcease.diary.moment import Moment

type Event = Attack | Dose | Regimen | DayCount | Lab | Condition | Medicine | Ecg | Symptom | Note


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file and the events it holds; every column is named like the event's field.

    Parameters
    ----------
    field
        The field of Diary that holds the events.
    instants
        Columns of instants, the event's own first.
    cells
        The other columns.
    required
        Columns that must be there. An empty cell in any other is the event's default.
    """

    file: str
    field: str
    event: type[Event]
    instants: tuple[str, ...]
    cells: Mapping[str, Cell[Any]]
    required: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return *self.instants, *self.cells

    @property
    def known(self) -> frozenset[str]:
        """Every column that has a meaning, also those that are rarely there."""
        rare = (column for name in self.instants for column in columns_of(name))
        return frozenset(self.cells).union(rare)


TABLES = (
    Table(
        file="attacks.csv",
        field="attacks",
        event=Attack,
        instants=("started_at", "ended_at"),
        cells={
            "intensity": NUMBER,
            "kind": KIND,
            "side": SIDE,
            "symptoms": SYMPTOMS,
            "notes": TEXT,
        },
        required=("started_at",),
    ),
    Table(
        file="doses.csv",
        field="doses",
        event=Dose,
        instants=("given_at",),
        cells={
            "treatment": TEXT,
            "amount": NUMBER,
            "unit": TEXT,
            "route": TEXT,
            "site": TEXT,
            "intensity_before": NUMBER,
            "intensity_15_min": NUMBER,
            "intensity_30_min": NUMBER,
            "duration_min": NUMBER,
            "volume_ml": NUMBER,
            "notes": TEXT,
        },
        required=("given_at", "treatment"),
    ),
    Table(
        file="regimens.csv",
        field="regimens",
        event=Regimen,
        instants=(),
        cells={
            "treatment": TEXT,
            "amount_per_day": NUMBER,
            "unit": TEXT,
            "from_on": DATE,
            "to_on": DATE,
            "reason_stopped": TEXT,
        },
        required=("treatment", "amount_per_day", "unit", "from_on"),
    ),
    Table(
        file="days.csv",
        field="days",
        event=DayCount,
        instants=(),
        cells={"on": DATE, "attacks": COUNT},
        required=("on", "attacks"),
    ),
    Table(
        file="labs.csv",
        field="labs",
        event=Lab,
        instants=("taken_at",),
        cells={"test": TEXT, "value": NUMBER, "unit": TEXT, "assay": TEXT},
        required=("taken_at", "test", "value", "unit"),
    ),
    Table(
        file="conditions.csv",
        field="conditions",
        event=Condition,
        instants=(),
        cells={
            "condition": TEXT,
            "present": ANSWER,
            "from_on": DATE,
            "to_on": DATE,
            "notes": TEXT,
        },
        required=("condition",),
    ),
    Table(
        file="medicines.csv",
        field="medicines",
        event=Medicine,
        instants=(),
        cells={"medicine": TEXT, "from_on": DATE, "to_on": DATE, "notes": TEXT},
        required=("medicine",),
    ),
    Table(
        file="ecgs.csv",
        field="ecgs",
        event=Ecg,
        instants=(),
        cells={
            "on": DATE,
            "heart_rate_per_min": NUMBER,
            "pr_ms": NUMBER,
            "findings": SYMPTOMS,
            "notes": TEXT,
        },
        required=("on",),
    ),
    Table(
        file="symptoms.csv",
        field="symptoms",
        event=Symptom,
        instants=("noticed_at",),
        cells={"symptom": TEXT, "notes": TEXT},
        required=("noticed_at", "symptom"),
    ),
    Table(
        file="notes.csv",
        field="notes",
        event=Note,
        instants=("noted_at",),
        cells={"note": TEXT},
        required=("noted_at", "note"),
    ),
)


def read_event(table: Table, row: Mapping[str, str], diary: Diary) -> Event:
    """Make an event of a row; `diary` supplies zone and journeys. DiaryError names the column."""
    values = _read_instants(table, row, diary) | _read_cells(table, row)
    known = table.known
    extra = tuple((name, text) for name, text in row.items() if name not in known)
    return table.event(**values, extra=extra)


def write_event(table: Table, event: Event, diary: Diary) -> dict[str, str]:
    """Make the cells of a row from which `read_event` makes an equal event."""
    cells = dict(event.extra)
    if not table.known.isdisjoint(name.strip() for name in cells):
        raise DiaryError("{file}: an extra column has the name of a known one", file=table.file)
    start: Moment | None = None
    for name in table.instants:
        moment: Moment | None = getattr(event, name)
        if moment:
            cells |= write_instant(moment, name, diary, start)
        start = moment
    for name, cell in table.cells.items():
        value = getattr(event, name)
        cells[name] = "" if value is None else cell.write(value)
    return cells


def write_table(table: Table, diary: Diary) -> bytes:
    events: Sequence[Event] = getattr(diary, table.field)
    rows = [write_event(table, event, diary) for event in events]
    used = {name for row in rows for name, text in row.items() if text}
    columns = [*table.columns, *sorted(used.difference(table.columns))]
    return write_sheet(table.file, columns, rows)


def _read_instants(table: Table, row: Mapping[str, str], diary: Diary) -> dict[str, Any]:
    moments: dict[str, Moment | None] = {}
    for name in table.instants:
        with at(name):
            moments[name] = read_instant(row, name, diary, moments.get(table.instants[0]))
    return moments


def _read_cells(table: Table, row: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, cell in table.cells.items():
        text = row.get(name, "") if cell is TEXT else row.get(name, "").strip()
        if text or name in table.required:
            with at(name):
                values[name] = cell.read(text)
    return values
