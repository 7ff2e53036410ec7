from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from functools import partial

from surcease.diary import Attack, DayCount, DiaryError, Dose, Extra, Kind, Moment
from surcease.exchange.any_table.entry import Entry
from surcease.exchange.any_table.read import MappedTable
from surcease.exchange.column_mapping import Field
from surcease.exchange.draft import Draft
from surcease.exchange.tables import Record
from surcease.exchange.times import looks_like_time
from surcease.exchange.when import tells_time
from surcease.exchange.words import side_in
from surcease.language import gettext as _

_NOON = time(12)

type DayExtras = dict[date, list[Extra]]
"""For each day, what else was written of every attack on it."""


def add_attacks(table: MappedTable, draft: Draft) -> None:
    """Add the attacks of a table; those without a time of day are counted by day."""
    timed = [record for record in table.records if _has_time(table, record)]
    untimed = [record for record in table.records if not _has_time(table, record)]
    draft.each(timed, partial(_add_attack, table, draft))
    with_times = {attack.started_at.on for attack in draft.attacks if attack.kind is Kind.ATTACK}
    days: DayExtras = defaultdict(list)
    draft.each(untimed, partial(_add_to_day, table, draft, with_times, days))
    draft.days += [DayCount(on, len(extras), _merged(extras)) for on, extras in days.items()]
    if days:
        draft.notices.append(
            _(
                "Attacks with a date but no time of day: {number}. They are counted by day, "
                "without hour or duration; their doses stand at 12:00."
            ).format(number=f"{sum(map(len, days.values())):,}")
        )


def _has_time(table: MappedTable, record: Record) -> bool:
    columns = table.mapping.columns
    time_column = columns.get(Field.TIME)
    written = time_column is not None and looks_like_time(record.cell(time_column))
    return written or tells_time(record.cell(columns[Field.START]))


def _add_attack(table: MappedTable, draft: Draft, record: Record) -> None:
    entry = Entry(table, draft, record)
    kind = draft.kind(entry.look(Field.KIND))
    when = entry.when()
    started_at = entry.moment(when)
    attack = Attack(
        started_at=started_at,
        ended_at=entry.ended_at(started_at),
        intensity=entry.intensity(),
        kind=kind,
        side=side_in(entry.look(Field.SIDE)),
        symptoms=tuple(re.split(r"[;,\n]", entry.text(Field.SYMPTOMS))),
        notes=entry.notes(when),
    )
    _add_treatments(entry, draft, entry.taken_at(started_at))
    draft.attacks.append(replace(attack, extra=entry.rest(Attack)))


def _add_to_day(
    table: MappedTable,
    draft: Draft,
    with_times: set[date],
    days: DayExtras,
    record: Record,
) -> None:
    """Count an attack of which only the day is known."""
    entry = Entry(table, draft, record)
    if draft.kind(entry.look(Field.KIND)) is Kind.SHADOW:
        raise DiaryError("a shadow without a time of day")
    when = entry.when()
    if when.on in with_times:
        raise DiaryError("no time of day, though other attacks of that day have one")
    _add_treatments(entry, draft, entry.moment(replace(when, at=_NOON)))
    days[when.on].append(entry.rest(DayCount))


def _add_treatments(entry: Entry, draft: Draft, given_at: Moment) -> None:
    """Add what was taken in an attack; preventives named beside it are only noted."""
    for mention in draft.treatments.mentions(entry.look(Field.PREVENTIVE)):
        draft.note_daily(mention, given_at.on)
    fields = (Field.ABORTIVE, Field.AMOUNT, Field.UNIT)
    written = " ".join(filter(None, map(entry.look, fields)))
    if entry.look(Field.ABORTIVE):
        draft.add_doses_beside_attack(Dose(given_at, written))


def _merged(extras: Sequence[Extra]) -> Extra:
    together: defaultdict[str, list[str]] = defaultdict(list)
    for extra in extras:
        for name, text in extra:
            together[name].append(text)
    return tuple((name, " | ".join(texts)) for name, texts in together.items())
