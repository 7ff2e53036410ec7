from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta, timezone
from functools import partial

from surcease.diary import Attack, DiaryError, Dose, Moment
from surcease.diary.response import UNTIMED
from surcease.exchange.cells import Cell, number_of
from surcease.exchange.clock import end_after, moment_of
from surcease.exchange.date_order import AmbiguousDates
from surcease.exchange.dates import DateOrder
from surcease.exchange.draft import Draft
from surcease.exchange.durations import duration_of
from surcease.exchange.migraine_buddy.read import Rows
from surcease.exchange.reading import Reading, snake_case
from surcease.exchange.tables import Record
from surcease.exchange.when import When, parse_when
from surcease.exchange.words import means, side_in
from surcease.language import gettext as _

_HELPFULNESS = {
    "Helpful Medication": "helpful",
    "Somewhat Helpful Medication": "somewhat helpful",
    "Unhelpful Medication": "unhelpful",
    "Unsure Medication": "unsure",
}
_NAMES = {"#": "number", "Attack Types": "type"}


def map_rows(rows: Rows, draft: Draft) -> None:
    order = _order(rows.attacks, draft)
    draft.each(rows.ongoing, partial(_add_ongoing, draft, order))
    draft.each(rows.attacks, partial(_add_attack, draft, order))
    if draft.doses:
        draft.notices.append(
            _(
                "Migraine Buddy says what was taken in an attack but not when: these doses stand "
                "at the start of their attack."
            )
        )


def _order(records: Sequence[Record], draft: Draft) -> DateOrder:
    """Return month/day/year, which the app writes, unless the dates cannot be read so."""
    try:
        return draft.date_order(records, "Started") or DateOrder.MDY
    except AmbiguousDates:
        return DateOrder.MDY


def _add_attack(draft: Draft, order: DateOrder, record: Record) -> None:
    reading = Reading(record, draft)
    kind = draft.kind(reading.look("Attack Types"))
    started_at = _start(draft, order, reading)
    attack = Attack(
        started_at=started_at,
        ended_at=reading.optional("Lasted", partial(_end, reading, started_at)),
        intensity=reading.number("Pain Level"),
        kind=kind,
        side=side_in(reading.look("Pain Positions")),
        symptoms=_listed(reading.text("Symptoms")),
        notes=reading.text("Notes"),
        extra=reading.rest(Attack, _extra_name),
    )
    draft.attacks.append(attack)
    for dose in _doses(record, started_at):
        draft.add_doses_beside_attack(dose)


def _start(draft: Draft, order: DateOrder, reading: Reading) -> Moment:
    """Read the wall clock of the phone, which had its own offset from UTC."""
    entered = reading.text("Started")
    when = parse_when(entered, order)
    offset = reading.optional("Start UTC Offset (min)", _offset)
    return moment_of(When(when.on, when.at, offset), draft.zone, entered)


def _end(reading: Reading, started_at: Moment, lasted: Cell) -> Moment | None:
    if means("ongoing", str(lasted)):
        return None
    end = end_after(duration_of(lasted), started_at)
    offset = reading.optional("End UTC Offset (min)", _offset)
    return Moment.of(end.at.astimezone(offset), end.zone) if offset else end


def _offset(cell: Cell) -> timezone:
    minutes = number_of(cell)
    if minutes is None or not abs(minutes) < 24 * 60:
        raise DiaryError("not an offset from UTC in minutes")
    return timezone(timedelta(minutes=round(minutes)))


def _doses(record: Record, started_at: Moment) -> Iterator[Dose]:
    for column, helpfulness in _HELPFULNESS.items():
        for name in _listed(record.text(column)):
            yield Dose(started_at, name, extra=(("helpfulness", helpfulness), UNTIMED))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())


def _extra_name(column: str) -> str:
    return _NAMES.get(column, snake_case(column))


def _add_ongoing(draft: Draft, order: DateOrder, record: Record) -> None:
    """Add an attack that had not ended when the diary was exported."""
    reading = Reading(record, draft)
    if not means("ongoing", reading.look("Time Period")):
        raise DiaryError("a note of the preamble, not an attack")
    start = re.search(r"\d.*", reading.look("Description"))
    when = parse_when(start[0] if start else record.cell("Date"), order)
    draft.attacks.append(
        Attack(
            started_at=moment_of(when, draft.zone, start[0] if start else ""),
            notes=reading.text("Notes"),
            extra=reading.rest(Attack, snake_case),
        )
    )
