"""What was given, as a CodeableConcept: as it was entered, with the codes that are certain."""

from __future__ import annotations

from surcease.exchange.fhir.codes import Json, coding
from surcease.exchange.fhir.text import text_concept
from surcease.formulary import Treatment, treatment_named


def treatment_concept(entered: str) -> Json:
    known = treatment_named(entered)
    codings = _codings(known) if known else []
    return ({"coding": codings} if codings else {}) | text_concept(entered)


def _codings(known: Treatment) -> list[Json]:
    """Return our own key, and the ATC code that was read in a source and not from memory."""
    atc = [each for each in known.codes if each.system == "ATC" and each.verified]
    return [
        coding("treatment", known.key, known.name),
        *({"system": coding("atc", each.code, "")["system"], "code": each.code} for each in atc),
    ]
