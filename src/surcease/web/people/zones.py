from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry
from surcease.web.record.settings_entry import UNTIL_SAID

_PLACES = ("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/",
           "Europe/", "Indian/", "Pacific/")  # fmt: skip


@cache
def zones() -> tuple[str, ...]:
    """Return the zones that are called after a place, and UTC."""
    return (*sorted(zone for zone in available_timezones() if zone.startswith(_PLACES)), "UTC")


def zone_of_record() -> str:
    """Return the zone that the user set, empty where nobody did."""
    kept = Entry.objects.filter(id=SETTINGS, deleted=False).first()
    return str(kept.cells.get("zone", "")) if kept else ""


def zone_to_show() -> str:
    """Return the zone on whose clock pages tell a time."""
    return zone_of_record() or UNTIL_SAID
