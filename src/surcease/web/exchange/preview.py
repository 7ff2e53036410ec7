"""What an import would do, as its page shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.utils.translation import gettext as _

from surcease.diary import Regimen
from surcease.exchange import Field, Finding, Imported, RowsAre, TableMapping, TreatmentCount
from surcease.exchange.opening import OURS
from surcease.exchange.source import BesideAttacks
from surcease.formulary import treatments
from surcease.formulary.wording import key_in_words
from surcease.web.exchange.plan import Plan
from surcease.web.exchange.words import counted, field_words

_MOST_LINES = 200
_MOST_NAMES = 300  # with more, the answers would be more fields than a form may have


@dataclass(frozen=True, slots=True)
class Told:
    """One reason, and the lines of one table that it is about; `more` are those not listed."""

    reason: str
    table: str
    lines: tuple[int, ...]
    more: int

    @property
    def count(self) -> int:
        return len(self.lines) + self.more


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A field, and which column holds it so far."""

    field: Field
    words: str
    chosen: str


@dataclass(frozen=True, slots=True)
class TableChoice:
    """What the columns of a table mean so far, and which there are."""

    mapping: TableMapping
    names: tuple[str, ...]
    columns: tuple[ColumnChoice, ...]

    @property
    def is_unread(self) -> bool:
        return self.mapping.rows is RowsAre.NOT_READ


@dataclass(frozen=True, slots=True)
class Daily:
    """A preventive that may have been taken every day; `said` once the user says so."""

    treatment: str
    name: str
    amount: str
    unit: str
    from_on: date
    to_on: date | None
    rows: int = 0
    may_be_daily: bool = True
    said: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of an import.

    `other_types` are (type, rows, whether it counts), `names` are (name, doses, what it means).
    """

    imported: Imported
    new: tuple[str, ...]
    again: tuple[str, ...]
    deleted: tuple[str, ...]
    refused: tuple[Told, ...]
    doubts: tuple[Told, ...]
    tables: tuple[TableChoice, ...]
    daily: tuple[Daily, ...]
    other_types: tuple[tuple[str, int, bool], ...]
    names: tuple[tuple[str, int, str], ...]
    recognised: tuple[tuple[TreatmentCount, str], ...]
    known: tuple[tuple[str, str], ...]
    brings_settings: bool

    @property
    def is_ours(self) -> bool:
        return self.imported.format_name == OURS

    @property
    def format_name(self) -> str:
        return _(self.imported.format_name)

    @property
    def covered(self) -> bool:
        return bool(self.imported.choices.coverage)

    @property
    def days(self) -> tuple[date, date] | None:
        """The days for which the user is asked whether every attack was written down."""
        counts, said = self.imported.preview.days, self.imported.choices.coverage
        span = said[0] if said else counts and counts.span
        return (span.from_on, span.to_on) if span else None


def preview_of(imported: Imported, plan: Plan) -> Shown:
    preview, choices = imported.preview, imported.choices
    return Shown(
        imported=imported,
        new=counted(plan.counts),
        again=counted(plan.again),
        deleted=counted(plan.deleted),
        refused=_told(preview.refused),
        doubts=_told(preview.doubts),
        tables=tuple(_table(each, preview.columns) for each in choices.tables),
        daily=(*map(_said, choices.taken_daily), *map(_asked, preview.beside_attacks)),
        other_types=tuple(_other_types(imported)),
        names=tuple(_names(imported)),
        recognised=tuple((each, key_in_words(each.key)) for each in preview.treatments if each.key),
        known=tuple(sorted(_known_names(), key=lambda pair: pair[1].casefold())),
        brings_settings=bool(plan.settings),
    )


def _table(mapping: TableMapping, columns: Mapping[str, tuple[str, ...]]) -> TableChoice:
    chosen = (
        ColumnChoice(each, field_words(each), mapping.columns.get(each, "")) for each in Field
    )
    return TableChoice(mapping, columns.get(mapping.table, ()), tuple(chosen))


def _said(regimen: Regimen) -> Daily:
    amount = f"{regimen.amount_per_day:g}"
    days = regimen.from_on, regimen.to_on
    return Daily(
        regimen.treatment, key_in_words(regimen.treatment), amount, regimen.unit, *days, said=True
    )


def _asked(beside: BesideAttacks) -> Daily:
    return Daily(
        treatment=beside.treatment,
        name=key_in_words(beside.treatment),
        amount=f"{beside.amount:g}" if beside.amount else "",
        unit=beside.unit,
        from_on=beside.span.from_on,
        to_on=beside.span.to_on,
        rows=beside.rows,
        may_be_daily=beside.taken_daily,
    )


def _other_types(imported: Imported) -> Iterator[tuple[str, int, bool]]:
    yield from ((name, 0, True) for name in imported.choices.count_types)
    yield from ((name, rows, False) for name, rows in imported.preview.other_types.items())


def _names(imported: Imported) -> Iterator[tuple[str, int, str]]:
    yield from ((name, 0, means) for name, means in imported.choices.treatments.items())
    doses = Counter(dose.treatment for dose in imported.diary.doses)
    unknown = ((name, count) for name, count in doses.most_common() if name not in treatments())
    yield from ((name, count, "") for name, count in islice(unknown, _MOST_NAMES))


def _known_names() -> Iterator[tuple[str, str]]:
    return ((key, each.shown) for key, each in treatments().items())


def _told(findings: Sequence[Finding]) -> tuple[Told, ...]:
    lines: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for each in findings:
        lines[each.reason, each.table].append(each.line)
    return tuple(
        Told(reason, table, tuple(numbers[:_MOST_LINES]), max(0, len(numbers) - _MOST_LINES))
        for (reason, table), numbers in lines.items()
    )
