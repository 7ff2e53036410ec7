from surcease.exchange.choices import Choices
from surcease.exchange.choices_file import load_choices, save_choices
from surcease.exchange.column_mapping import Field, RowsAre, TableMapping
from surcease.exchange.date_order import AmbiguousDates
from surcease.exchange.dates import DateOrder
from surcease.exchange.opening import ZoneMissing, is_ours, open_source, read_any
from surcease.exchange.source import (
    DayCounts,
    Finding,
    Imported,
    Preview,
    TableCount,
    TreatmentCount,
)
from surcease.exchange.statements import (
    read_date_order,
    read_span,
    read_taken_daily,
    read_treatment_name,
)

__all__ = [
    "AmbiguousDates",
    "Choices",
    "DateOrder",
    "DayCounts",
    "Field",
    "Finding",
    "Imported",
    "Preview",
    "RowsAre",
    "TableCount",
    "TableMapping",
    "TreatmentCount",
    "ZoneMissing",
    "is_ours",
    "load_choices",
    "open_source",
    "read_any",
    "read_date_order",
    "read_span",
    "read_taken_daily",
    "read_treatment_name",
    "save_choices",
]
