"""Instants and days in FHIR elements: the wall clock with its offset, and the zone beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from surcease.diary import Moment, zone_named
from surcease.exchange.fhir.codes import Json, extension_url
from surcease.exchange.fhir.text import put_text

_MOST_OFFSET_MIN = 14 * 60


def instant(key: str, moment: Moment) -> Json:
    """Return an element with an instant as its patient lived it, and the extensions beside it."""
    extensions: list[Json] = [{"url": extension_url("zone"), "valueCode": moment.zone}]
    if abs(moment.offset_min) > _MOST_OFFSET_MIN:
        extensions.append({"url": extension_url("offset"), "valueInteger": moment.offset_min})
    if moment.text != usual_text(moment.at, moment.offset_min):
        entered: Json = {"url": extension_url("entered")}
        put_text(entered, "valueString", moment.text)
        extensions.append(entered)
    return {key: iso_instant(moment.at, moment.offset_min), f"_{key}": {"extension": extensions}}


def later(key: str, moment: Moment, at: datetime) -> Json:
    """Return an element with an instant on the wall clock of an earlier moment."""
    zone = {"extension": [{"url": extension_url("zone"), "valueCode": moment.zone}]}
    return {key: iso_instant(at, moment.offset_min), f"_{key}": zone}


def day_period(day: date, zone: str) -> Json:
    """Return one civil day: both ends are dates, which FHIR counts as included."""
    started = {"extension": [{"url": extension_url("zone"), "valueCode": zone}]}
    return {"start": day.isoformat(), "_start": started, "end": day.isoformat()}


def date_period(from_on: date | None, to_on: date | None) -> Json:
    ends = {"start": from_on, "end": to_on}
    return {key: on.isoformat() for key, on in ends.items() if on is not None}


def iso_instant(at: datetime, offset_min: int = 0) -> str:
    """Write an instant on a clock so many minutes east of UTC; beyond FHIR's 14 hours in UTC."""
    if offset_min == 0 or abs(offset_min) > _MOST_OFFSET_MIN:
        return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"
    return at.astimezone(timezone(timedelta(minutes=offset_min))).isoformat()


def usual_text(at: datetime, offset_min: int) -> str:
    """Return how a time is usually entered: the wall clock, without seconds where they are 0."""
    wall = (at + timedelta(minutes=offset_min)).replace(tzinfo=None)
    return wall.isoformat(timespec="auto" if wall.second or wall.microsecond else "minutes")


def on_clock_of(zone: str, at: datetime, text: str) -> Moment:
    """Make a moment of an instant whose own offset is that of a server, not of the patient."""
    return Moment.of(at.astimezone(zone_named(zone)), zone, text)
