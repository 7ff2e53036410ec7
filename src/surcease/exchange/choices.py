from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from surcease.diary.events import Regimen, Span
from surcease.exchange.column_mapping import TableMapping
from surcease.exchange.dates import DateOrder


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user says that the files do not.

    Parameters
    ----------
    zone
        IANA zone of entries without an offset, and of the diary.
    coverage
        Days on which every attack was written down, so that silence means none.
    taken_daily
        Treatments taken every day, whatever the attack rows say.
    date_order
        How dates such as 04/03/2019 are read; None: decided by their column.
    count_types
        Headache types that are cluster attacks though their name does not say so.
    treatments
        What the patient's own names stand for: a formulary key or alias by the name as written.
    tables
        Column mappings, for tables of no known app.
    """

    zone: str | None = None
    coverage: tuple[Span, ...] = ()
    taken_daily: tuple[Regimen, ...] = ()
    date_order: DateOrder | None = None
    count_types: tuple[str, ...] = ()
    treatments: Mapping[str, str] = field(default_factory=dict)
    tables: tuple[TableMapping, ...] = ()
