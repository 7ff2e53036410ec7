from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from surcease.diary import DiaryError
from surcease.exchange.dates import DateOrder
from surcease.exchange.scales import Scale


class RowsAre(StrEnum):
    """What one row of a table is."""

    ATTACKS = "attacks"
    DOSES = "doses"
    DAYS = "days"
    NOT_READ = "not read"


class Field(StrEnum):
    """What a column can hold."""

    START = "start"
    TIME = "time"
    END = "end"
    END_TIME = "end_time"
    DURATION = "duration"
    INTENSITY = "intensity"
    KIND = "kind"
    SIDE = "side"
    SYMPTOMS = "symptoms"
    TRIGGERS = "triggers"
    NOTES = "notes"
    ABORTIVE = "abortive"
    ABORTIVE_TIME = "abortive_time"
    PREVENTIVE = "preventive"
    ATTACKS = "attacks"
    TREATMENT = "treatment"
    AMOUNT = "amount"
    UNIT = "unit"
    ROUTE = "route"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How the columns of one table become a diary.

    Parameters
    ----------
    table
        The table's name in the preview: the file, or the file and the sheet.
    header_line
        Line of the column names, counted from 1; 0 where there are none (columns are then called
        "column 1", "column 2", ...).
    columns
        The column that holds each field.
    intensity_scale
        Such as 0-10, 1-5 or 0-100.
    duration_unit
        What a duration without a unit counts: min or h.
    """

    table: str
    rows: RowsAre
    header_line: int = 1
    columns: Mapping[Field, str] = field(default_factory=dict)
    date_order: DateOrder | None = None
    intensity_scale: str = "0-10"
    duration_unit: str = "min"

    def __post_init__(self) -> None:
        Scale.named(self.intensity_scale)
        if self.duration_unit not in ("min", "h"):
            raise DiaryError("duration_unit must be min or h")
