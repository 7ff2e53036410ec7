from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from surcease.diary.events import Diary, Span
from surcease.exchange.choices import Choices


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one row: where it is and what is the matter, without quoting it.

    `counts` is what `line` counts: the lines of a file, or the entries of a FHIR Bundle.
    """

    table: str
    line: int
    reason: str
    counts: str = "line"


@dataclass(frozen=True, slots=True)
class TableCount:
    """How many rows a table holds, and how many of them became part of the diary."""

    name: str
    rows: int
    read: int


@dataclass(frozen=True, slots=True)
class TreatmentCount:
    """One spelling of a treatment, its formulary key (None: not recognised), and its doses."""

    written: str
    key: str | None
    doses: int


@dataclass(frozen=True, slots=True)
class BesideAttacks:
    """A preventive named on rows of attacks: what was taken on the days in between is open.

    Parameters
    ----------
    treatment
        A formulary key, or the name as written.
    amount
        None where the rows say none.
    taken_daily
        Whether it acts through its daily amount, so that it may have been taken on every day. One
        that is given now and then needs the dates on which it was given.
    """

    treatment: str
    amount: float | None
    unit: str
    taken_daily: bool
    rows: int
    span: Span


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Civil days from the first to the last of which anything is said of attacks."""

    span: Span
    with_attacks: int
    attack_free: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, before it is done.

    Parameters
    ----------
    refused
        Rows that cannot become part of the diary.
    doubts
        Rows that were read, though something in them was left out or looks wrong.
    notices
        What else the owner of the diary should know, in sentences.
    beside_attacks
        Preventives that are left out until the user says how they were taken.
    other_types
        Rows refused as another headache, by the type they were given: unless the user says that it
        was cluster headache.
    columns
        The column names of each table whose columns the user can say the meaning of.
    """

    tables: tuple[TableCount, ...]
    refused: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    treatments: tuple[TreatmentCount, ...]
    days: DayCounts | None
    notices: tuple[str, ...]
    beside_attacks: tuple[BesideAttacks, ...] = ()
    other_types: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """A diary made of another app's files, how that went, and the choices it rests on."""

    diary: Diary
    format_name: str
    preview: Preview
    choices: Choices
