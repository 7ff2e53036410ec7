"""Instants in a table.

A column such as `started_at` holds ISO 8601. Two more columns appear only where it cannot say
everything: `started_at_zone`, an IANA zone other than that of the diary or journey on that day, and
`started_at_entered`, the time as the patient entered it where that is no ISO 8601 (another app's
"11/21/24 22:05").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from surcease.diary.errors import DiaryError
from surcease.diary.events import Diary
from surcease.diary.moment import Moment, read_iso


def columns_of(name: str) -> tuple[str, str, str]:
    return name, f"{name}_zone", f"{name}_entered"


def read_instant(
    row: Mapping[str, str], name: str, diary: Diary, start: Moment | None
) -> Moment | None:
    """Read a column of a row; `start` is the start of an attack whose end this is.

    Without an offset an end is on the clock of its start, whatever journey begins that night. Only
    an end may be empty.
    """
    text, zone, entered = (row.get(column, "") for column in columns_of(name))
    if not text.strip():
        if start and not zone and not entered:
            return None
        raise DiaryError("empty")
    zone = zone.strip() or _zone_told(text, diary, start)
    moment = Moment.parse(text, zone, start.at if start else None)
    return replace(moment, text=entered) if entered else moment


def write_instant(moment: Moment, name: str, diary: Diary, start: Moment | None) -> dict[str, str]:
    text = moment.text if _reads_back(moment, start) else moment.local.isoformat()
    zone = "" if moment.zone == _zone_told(text, diary, start) else moment.zone
    entered = "" if text == moment.text else moment.text
    return dict(zip(columns_of(name), (text, zone, entered), strict=True))


def _zone_told(text: str, diary: Diary, start: Moment | None) -> str:
    return start.zone if start else diary.zone_on(read_iso(text).date())


def _reads_back(moment: Moment, start: Moment | None) -> bool:
    not_before = start.at if start else None
    try:
        return Moment.parse(moment.text, moment.zone, not_before) == moment
    except DiaryError:
        return False
