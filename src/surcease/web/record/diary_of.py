"""The record as a diary, as export and import would give it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from django.db.models import F

from surcease.diary import Diary
from surcease.web.record.head import head_of
from surcease.web.record.kinds import read_entry
from surcease.web.record.models import Entry


def diary_of_record() -> Diary:
    """Read all that is not deleted; each table by time, and what has the same time as written.

    Journeys stand in the order in which they were written: of two that overlap the later holds.
    """
    entries = list(Entry.objects.filter(deleted=False).order_by(*_order()))
    head = head_of(entries)
    tables: defaultdict[str, list[Any]] = defaultdict(list)
    for each in entries:
        tables[each.kind].append(read_entry(each.kind, each.cells, head))
    for kind in ("settings", "journeys", "usuals"):
        tables.pop(kind, None)
    events: dict[str, Any] = {kind: tuple(rows) for kind, rows in tables.items()}
    return replace(head, **events)


def _order() -> tuple[Any, ...]:
    return F("begins_at").asc(nulls_first=True), F("on").asc(nulls_first=True), F("id").asc()
