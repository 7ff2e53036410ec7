"""Forms without JavaScript that become several actions at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from surcease.diary import DiaryError
from surcease.diary.folder.cells import DATE
from surcease.web.record.action import Action, Do
from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7


def new_regimen(put: Action, entries: Iterable[Entry]) -> list[Action]:
    """End the regimen of the same treatment that is still going on the day before the new one.

    What was taken before stays as it was; a new one that began earlier ends where the next begins.
    """
    begins = put.cells.get("from_on", "")
    try:
        DATE.read(begins)
    except DiaryError:
        return [put]  # the record says what is wrong with it
    same = [
        each
        for each in entries
        if each.cells.get("treatment") == put.cells.get("treatment") and "to_on" not in each.cells
    ]
    ends = [
        Action(uuid7(), each.id, "regimens", Do.CHANGE, put.made_at, {"to_on": _before(begins)})
        for each in same
        if each.cells["from_on"] < begins
    ]
    later = sorted(each.cells["from_on"] for each in same if each.cells["from_on"] > begins)
    if later and "to_on" not in put.cells:
        put = replace(put, cells={**put.cells, "to_on": _before(later[0])})
    return [*ends, put]


def session(
    common: Mapping[str, str], sites: Sequence[tuple[str, str, str]], now: datetime
) -> list[Action]:
    """Return one dose for each site that has a place or an amount: (side, muscle, amount)."""
    return [
        Action(uuid7(), uuid7(), "doses", Do.PUT, now, {**common, **cells})
        for cells in _filled(sites)
    ]


def _filled(sites: Iterable[tuple[str, str, str]]) -> Iterator[dict[str, str]]:
    for side, muscle, amount in sites:
        site = " ".join(filter(None, (side.strip(), muscle.strip())))
        if site or amount.strip():
            yield {"site": site, "amount": amount.strip()}


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
