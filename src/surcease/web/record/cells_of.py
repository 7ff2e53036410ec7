"""A diary as entries: what an import puts into the record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from surcease.diary import Diary, Journey, Moment, Span
from surcease.diary.folder.instants import columns_of
from surcease.diary.folder.tables import Event, Table, write_event
from surcease.web.record import settings_entry
from surcease.web.record.action import Action, Do
from surcease.web.record.kinds import SETTINGS, TABLE_OF
from surcease.web.record.uuid7 import uuid7


def actions_of(diary: Diary, made_at: datetime, batch: UUID | None = None) -> Iterator[Action]:
    """Put everything that a diary holds, the zone and the person among it, as new entries."""
    settings = settings_entry.write(diary)
    yield Action(uuid7(), SETTINGS, "settings", Do.CHANGE, made_at, settings, batch)
    for kind, cells in rows_of(diary):
        yield Action(uuid7(), uuid7(), kind, Do.PUT, made_at, cells, batch)


def rows_of(diary: Diary) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield kind and cells of every event, in the order in which the diary has them."""
    for span in diary.coverage:
        yield "coverage", _cells_of_span(span)
    for journey in diary.journeys:
        yield "journeys", _cells_of_journey(journey)
    for kind, table in TABLE_OF.items():
        for event in getattr(diary, kind):
            yield kind, cells_of(table, event, diary)


def cells_of(table: Table, event: Event, diary: Diary) -> dict[str, str]:
    """Return an event's row, every instant with the offset and the zone of its wall clock.

    So an instant and its civil day stay what they were when the home zone or a journey changes;
    `..._entered` keeps the text as it was entered.
    """
    cells = write_event(table, event, diary)
    for name in table.instants:
        moment: Moment | None = getattr(event, name)
        if moment is not None:
            text, zone, entered = columns_of(name)
            cells[text] = moment.local.isoformat()
            cells[zone] = moment.zone
            cells[entered] = "" if moment.text == cells[text] else moment.text
    return {name: text for name, text in cells.items() if text}


def _cells_of_span(span: Span) -> dict[str, str]:
    return {**dict(span.extra), "from": span.from_on.isoformat(), "to": span.to_on.isoformat()}


def _cells_of_journey(journey: Journey) -> dict[str, str]:
    return {**_cells_of_span(journey.span), "zone": journey.zone}
