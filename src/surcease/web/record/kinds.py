"""What kinds of entries there are, and what each is in a diary.

Most are a row of one table of the diary folder. Four have no table: the journeys and the coverage
of diary.toml, the user's settings (`SETTINGS`, one entry), and the treatments that the user keeps
at hand with their usual doses (`usuals`), which are no part of a diary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from surcease.diary import Diary, DiaryError, Journey, Span
from surcease.diary.folder.cells import DATE
from surcease.diary.folder.instants import columns_of
from surcease.diary.folder.place import at
from surcease.diary.folder.tables import TABLES, Event, Table, read_event
from surcease.diary.moment import Moment, read_iso
from surcease.web.record import settings_entry
from surcease.web.record.usual import Usual, read_usual

type Read = Event | Span | Journey | Diary | Usual

SETTINGS = UUID(int=0)
"""The one entry of kind "settings", which every client knows without asking."""

TABLE_OF: Mapping[str, Table] = {table.field: table for table in TABLES}
KINDS = (*TABLE_OF, "coverage", "journeys", "settings", "usuals")


def read_entry(kind: str, cells: Mapping[str, str], head: Diary) -> Read:
    """Make of an entry what the diary holds; `head` supplies the zone and the journeys."""
    if kind in TABLE_OF:
        _check_offsets(TABLE_OF[kind], cells)
        return read_event(TABLE_OF[kind], cells, head)
    match kind:
        case "coverage":
            return _read_span(cells, ("from", "to"))
        case "journeys":
            return Journey(_read_span(cells, ("from", "to", "zone")), cells.get("zone", ""))
        case "settings":
            return settings_entry.read(cells)
    return read_usual(cells)


def alone(kind: str, read: Read, head: Diary) -> Diary:
    """Return a diary that holds nothing but this entry."""
    if isinstance(read, Diary):
        return read
    held: dict[str, Any] = {} if isinstance(read, Usual) else {kind: (read,)}
    return replace(Diary(head.zone, journeys=head.journeys), **held)


def begins(read: Read) -> tuple[datetime | None, date | None]:
    """Return what sorts an entry: its instant and its local day, as far as it has them."""
    for name in ("started_at", "given_at", "taken_at", "noticed_at", "noted_at"):
        moment: Moment | None = getattr(read, name, None)
        if moment is not None:
            return moment.at, moment.on
    span: Any = read.span if isinstance(read, Journey) else read
    return None, getattr(span, "on", None) or getattr(span, "from_on", None)


def _check_offsets(table: Table, cells: Mapping[str, str]) -> None:
    """Refuse a wall-clock time alone: it would mean another instant once the home zone changes."""
    for name in (column for instant in table.instants for column in columns_of(instant)[:1]):
        text = cells.get(name, "").strip()
        with at(name):
            if text and (text.endswith(("Z", "z")) or read_iso(text).tzinfo is None):
                raise DiaryError("the offset of the wall clock, such as +01:00, is missing")


def _read_span(cells: Mapping[str, str], known: tuple[str, ...]) -> Span:
    extra = tuple((name, text) for name, text in cells.items() if name not in known)
    return Span(_read_day(cells, "from"), _read_day(cells, "to"), extra)


def _read_day(cells: Mapping[str, str], name: str) -> date:
    with at(name):
        return DATE.read(cells.get(name, "").strip())
