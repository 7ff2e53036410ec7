"""Forms without JavaScript, read as the actions that the page's own code would have sent.

`cell.X` is what the form says of a cell now, `was.X` what it showed when it was opened: only what
differs is sent, so that an old page never takes back what was logged elsewhere. `now` names a cell
that is set to the present where nothing else is said, `tick.symptoms` adds a word to the symptoms.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from surcease.diary import Diary, DiaryError, Moment, zone_named
from surcease.diary.moment import read_iso
from surcease.web.log.ideation import with_tick
from surcease.web.record.action import Action, Do
from surcease.web.record.form_number import number_of
from surcease.web.record.kinds import TABLE_OF
from surcease.web.record.uuid7 import uuid7

type Posted = Mapping[str, str]

_NOT_SAID = ("action", "csrfmiddlewaretoken")


def read_form(posted: Posted, do: Do, kind: str, entry: UUID | None, head: Diary) -> Action:
    now = timezone.now()
    cells = _cells(posted, do, kind, head, now) if do in (Do.PUT, Do.CHANGE) else {}
    number = number_of(posted.get("action", ""), _said(posted))
    return Action(number, entry or uuid7(), kind, do, now, cells)


def at_instant(text: str, head: Diary, now: datetime) -> str:
    """Return the instant of a wall-clock time on the clock of that day; now where there is none."""
    if not text.strip():
        return now.astimezone(zone_named(head.zone)).isoformat(timespec="seconds")
    wall = read_iso(text)
    if wall.tzinfo is not None:
        return text
    return Moment.parse(text, head.zone_on(wall.date())).local.isoformat()


def _cells(posted: Posted, do: Do, kind: str, head: Diary, now: datetime) -> dict[str, str]:
    table = TABLE_OF.get(kind)
    instants = table.instants if table else ()
    cells = {
        name: _written(text, posted.get(f"is.{name}", ""), head) if name in instants else text
        for name, text in _touched(posted, do).items()
    }
    if other := posted.get("other.treatment", "").strip():
        cells["treatment"] = other
    if (name := posted.get("now", "")) and not cells.get(name):
        cells[name] = _present(name in instants, head, now)
    return cells


def _touched(posted: Posted, do: Do) -> dict[str, str]:
    said = {
        name.removeprefix("cell."): text.strip()
        for name, text in posted.items()
        if name.startswith("cell.")
    }
    if posted.get("tick.symptoms"):
        said["symptoms"] = with_tick(said.get("symptoms", ""))
    if do is Do.PUT:
        return {name: text for name, text in said.items() if text}
    return {name: text for name, text in said.items() if text != posted.get(f"was.{name}", "")}


def _present(instant: bool, head: Diary, now: datetime) -> str:
    home = now.astimezone(zone_named(head.zone))
    return home.isoformat(timespec="seconds") if instant else home.date().isoformat()


def _written(text: str, corrected: str, head: Diary) -> str:
    """Put a wall-clock time on the clock of the time that it corrects, else on that of its day."""
    if not text:
        return ""
    try:
        wall = read_iso(text)
        before = read_iso(corrected) if corrected else None
        if before is None or _is_home(before, head):
            return at_instant(text, head, timezone.now())
        return wall.replace(tzinfo=before.tzinfo).isoformat()
    except DiaryError:
        return text  # the record says what is wrong with it


def _is_home(instant: datetime, head: Diary) -> bool:
    zone = zone_named(head.zone_on(instant.date()))
    return instant.utcoffset() == instant.astimezone(zone).utcoffset()


def _said(posted: Posted) -> list[tuple[str, str]]:
    return sorted(each for each in posted.items() if each[0] not in _NOT_SAID)
