"""What was given, as a CodeableConcept: as it was entered, with the codes that are certain.

Where the patient chose a treatment by our key, its coding is `userSelected`, its text the name.
"""

from __future__ import annotations

from surcease.exchange.fhir.codes import Json, coding, system
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.text import text_concept
from surcease.formulary import Treatment, treatment_named


def treatment_concept(entered: str) -> Json:
    known = treatment_named(entered)
    if known is None:
        return text_concept(entered)
    chosen = entered == known.key
    return {"coding": _codings(known, chosen)} | text_concept(known.name if chosen else entered)


def _codings(known: Treatment, chosen: bool) -> list[Json]:
    """Return our own key, and the ATC codes read in a source that are true of every dose of it."""
    atc = [
        each
        for each in known.codes
        if each.system == "ATC" and each.verified and each.holds_for_treatment
    ]
    return [
        coding("treatment", known.key, known.name) | ({"userSelected": True} if chosen else {}),
        *({"system": system("atc"), "code": each.code} for each in atc),
    ]


def treatment_entered(named: Element) -> str:
    """Return a treatment as its patient entered it: by our key, or in words."""
    for each in named.children("coding"):
        if each.text("system") == system("treatment") and each.flag("userSelected"):
            return each.text("code")
    return named.text("text")
