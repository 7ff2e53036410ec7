from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from surcease.diary.errors import DiaryError
from surcease.diary.events import (
    Attack,
    Condition,
    DayCount,
    Diary,
    Dose,
    Ecg,
    Extra,
    Journey,
    Kind,
    Lab,
    Medicine,
    Note,
    Person,
    Regimen,
    Span,
    Symptom,
)
from surcease.diary.folder.tables import TABLES
from surcease.diary.response import AS_WRITTEN
from surcease.exchange.choices import Choices
from surcease.exchange.date_order import AmbiguousDates, order_of
from surcease.exchange.dates import DateOrder
from surcease.exchange.kinds import OtherHeadache, is_unknown, kind_of
from surcease.exchange.source import Finding, TableCount
from surcease.exchange.tables import Record
from surcease.exchange.treatments import TreatmentNames, added_up, is_taken_daily
from surcease.formulary import Mention
from surcease.formulary.wording import error_in_words


class Row(Protocol):
    """Where something was read: the line of a table, or the entry of a Bundle."""

    @property
    def table(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def counts(self) -> str: ...


class Draft:
    """A diary in the making: the events read so far, and every row that could not be read."""

    def __init__(self, choices: Choices, zone: str) -> None:
        self.choices = choices
        self.zone = zone
        self.treatments = TreatmentNames(choices.treatments)
        self.attacks: list[Attack] = []
        self.doses: list[Dose] = []
        self.days: list[DayCount] = []
        self.regimens: list[Regimen] = []
        self.labs: list[Lab] = []
        self.conditions: list[Condition] = []
        self.medicines: list[Medicine] = []
        self.ecgs: list[Ecg] = []
        self.symptoms: list[Symptom] = []
        self.notes: list[Note] = []
        self.coverage: tuple[Span, ...] = ()
        self.journeys: tuple[Journey, ...] = ()
        self.person: Person | None = None
        self.extra: Extra = ()
        self.in_order = False
        self.refused: list[Finding] = []
        self.doubts: list[Finding] = []
        self.notices: list[str] = []
        self.unknown_types: Counter[str] = Counter()
        self.other_types: Counter[str] = Counter()
        self.daily_on_attacks: list[tuple[Mention, date]] = []
        self.columns: dict[str, tuple[str, ...]] = {}
        self._rows: Counter[str] = Counter()

    def each[R: Row](self, records: Iterable[R], add: Callable[[R], None]) -> None:
        """Add every record; one that raises DiaryError is refused whole, with the reason."""
        for record in records:
            self._rows[record.table] += 1
            before = [len(gathered) for gathered in self._gathered]
            try:
                add(record)
            except DiaryError as error:
                for gathered, kept in zip(self._gathered, before, strict=True):
                    del gathered[kept:]
                self.refuse(record, error_in_words(error))

    @property
    def _gathered(self) -> tuple[list[Any], ...]:
        """Return what a row adds to, all of which is undone where the row is refused."""
        return *self._events.values(), self.doubts, self.daily_on_attacks

    @property
    def _events(self) -> dict[str, list[Any]]:
        return {table.field: getattr(self, table.field) for table in TABLES}

    def doubt(self, record: Row, reason: str) -> None:
        """Note that a record is read, though something in it is left out or looks wrong."""
        self.doubts.append(Finding(record.table, record.line, reason, record.counts))

    def date_order(self, records: Sequence[Record], column: str) -> DateOrder | None:
        """Return how dates are read: as the user says, else as the column shows."""
        if self.choices.date_order:
            return self.choices.date_order
        try:
            return order_of(record.cell(column) for record in records)
        except AmbiguousDates as error:
            raise AmbiguousDates(f"{records[0].table}, column {column}") from error

    def refuse(self, record: Row, reason: str) -> None:
        self.refused.append(Finding(record.table, record.line, reason, record.counts))

    def refuse_unread(self, records: Iterable[Record], reason: str) -> None:
        """Refuse rows that were never tried."""
        for record in records:
            self._rows[record.table] += 1
            self.refuse(record, reason)

    def kind(self, type_text: str) -> Kind:
        """Return the kind of an entry by its type, keeping count of the types that need telling."""
        if is_unknown(type_text):
            self.unknown_types[type_text] += 1
        try:
            return kind_of(type_text, self.choices.count_types)
        except OtherHeadache:
            self.other_types[type_text] += 1
            raise

    def add_doses(self, dose: Dose, times: float = 1.0) -> None:
        """Add a dose for every treatment that the text in `dose.treatment` names.

        An amount the dose has of its own beats the one in the text, which was taken so many times.
        """
        mentions = added_up(self.treatments.mentions(dose.treatment), times)
        if not mentions:
            raise DiaryError("it names no treatment")
        if len(mentions) > 1 and dose.amount is not None:
            raise DiaryError("it gives one amount for several treatments")
        self.doses += [self._filled(dose, mention) for mention in mentions]

    def add_doses_beside_attack(self, dose: Dose) -> None:
        """Add the doses that the text of an attack row names, if it names any.

        A treatment that is taken daily is no dose: that it stands beside an attack says nothing
        of the days without one.
        """
        for mention in added_up(self.treatments.mentions(dose.treatment)):
            if is_taken_daily(mention):
                self.note_daily(mention, dose.given_at.on)
            else:
                self.doses.append(self._filled(dose, mention))

    def note_daily(self, mention: Mention, on: date) -> None:
        """Note that a preventive stands on the row of an attack of that day."""
        self.daily_on_attacks.append((replace(mention, route=""), on))

    def _filled(self, dose: Dose, mention: Mention) -> Dose:
        written, treatment = dose.treatment, mention.key or mention.name
        extra = dict(dose.extra)
        if treatment != written:
            extra[AS_WRITTEN] = written
        amount, unit = dose.amount, dose.unit
        if amount is None:
            amount, unit = mention.amount, mention.unit or unit
        return replace(
            dose,
            treatment=treatment,
            amount=amount,
            unit=unit,
            route=dose.route or mention.route,
            extra=tuple(extra.items()),
        )

    @property
    def table_counts(self) -> tuple[TableCount, ...]:
        refused = Counter(finding.table for finding in self.refused)
        return tuple(
            TableCount(name, rows, rows - refused[name]) for name, rows in self._rows.items()
        )

    def diary(self) -> Diary:
        """Return what was read as a diary, its events in the order of time or as they were read."""
        if not self.in_order:
            self._sort()
        read: dict[str, Any] = {field: tuple(events) for field, events in self._events.items()}
        read["regimens"] += self.choices.taken_daily
        return Diary(
            zone=self.zone,
            coverage=(*self.coverage, *self.choices.coverage),
            journeys=self.journeys,
            person=self.person,
            extra=self.extra,
            **read,
        )

    def _sort(self) -> None:
        self.attacks.sort(key=lambda attack: attack.started_at.at)
        self.doses.sort(key=lambda dose: dose.given_at.at)
        self.days.sort(key=lambda day: day.on)
        self.regimens.sort(key=lambda regimen: regimen.from_on)
        self.labs.sort(key=lambda lab: lab.taken_at.at)
        self.ecgs.sort(key=lambda ecg: ecg.on)
        self.symptoms.sort(key=lambda symptom: symptom.noticed_at.at)
        self.notes.sort(key=lambda note: note.noted_at.at)
