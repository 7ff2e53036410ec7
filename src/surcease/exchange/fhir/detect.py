from __future__ import annotations

from collections.abc import Sequence

from surcease.diary import DiaryError, zone_named
from surcease.exchange.choices import Choices
from surcease.exchange.fhir.kinds.settings import from_fhir, settings_in
from surcease.exchange.fhir.resources import Resources, entries_in, is_fhir
from surcease.exchange.match import Match
from surcease.exchange.tables import Table
from surcease.language import gettext_noop

NAME = gettext_noop("FHIR R4")
LOOKS_FOR = gettext_noop("JSON with a resourceType: a Bundle, or NDJSON with one resource a line")


def detect(tables: Sequence[Table], _choices: Choices) -> Match:
    return Match.SURE if any(map(is_fhir, tables)) else Match.NO


def zone_told(tables: Sequence[Table]) -> str | None:
    """Return the zone of the diary that these resources were made of by this program."""
    entry = settings_in(Resources(entries_in(tables)))
    if entry is None:
        return None
    try:
        zone = from_fhir(entry.element).zone
        zone_named(zone)
    except DiaryError as error:
        raise DiaryError(
            "{file}, {counts} {number}: {reason}",
            file=entry.file,
            counts=entry.counts,
            number=entry.number,
            reason=error,
        ) from error
    return zone
