"""How bad the pain was: an observation of its own, beside an attack or a dose."""

from __future__ import annotations

from datetime import timedelta

from surcease.diary import Moment
from surcease.exchange.fhir.codes import Json, concept, system
from surcease.exchange.fhir.elements import number
from surcease.exchange.fhir.instants import later
from surcease.exchange.fhir.maker import Maker

AFTER_MIN = {"intensity_before": 0, "intensity_15_min": 15, "intensity_30_min": 30}
"""Minutes from a dose to the pain that each of its columns holds."""


def pain_at(moment: Moment, after_min: int, intensity: float, of: Json, maker: Maker) -> Json:
    """Return the pain so many minutes after a moment; it belongs to the resource `of`."""
    felt_at = moment.at + timedelta(minutes=after_min)
    fields: Json = {
        "status": of["status"],
        "category": [concept("survey")],
        "code": concept("pain"),
        "subject": maker.patient,
        **later("effectiveDateTime", moment, felt_at),
        "performer": [maker.patient],
        "valueQuantity": {
            "value": number(intensity),
            "unit": "{score}",
            "system": system("ucum"),
            "code": "{score}",
        },
    }
    return maker.make("Observation", ("pain", of["id"], str(after_min)), fields)
