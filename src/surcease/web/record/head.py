"""What every entry is read against: the home zone and the journeys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from surcease.diary import Diary
from surcease.web.record import settings_entry
from surcease.web.record.kinds import read_entry
from surcease.web.record.models import Entry

KINDS = ("settings", "journeys")


def load_head_entries() -> list[Entry]:
    return list(Entry.objects.filter(kind__in=KINDS))


def head_of(entries: Iterable[Entry]) -> Diary:
    """Return the diary without its events; journeys in the order in which they were written."""
    kept = sorted((each for each in entries if not each.deleted), key=lambda each: each.id)
    head = settings_entry.read({})
    for each in kept:
        if each.kind == "settings":
            head = settings_entry.read(each.cells)
    journeys: Any = [
        read_entry(each.kind, each.cells, head) for each in kept if each.kind == "journeys"
    ]
    return replace(head, journeys=tuple(journeys))
