"""Conditions: the cluster headache itself, and what decides which treatments are safe."""

from __future__ import annotations

from surcease.diary import Condition, DiaryError
from surcease.exchange.fhir.codes import Json, coding, concept
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, noted
from surcease.exchange.fhir.kinds.dose import name_of
from surcease.exchange.fhir.maker import Maker
from surcease.exchange.fhir.text import text_concept


def cluster_headache(maker: Maker) -> Json:
    """Return what the diary is about. Its owner says so; no doctor has confirmed it here."""
    fields = {**_states("active", "unconfirmed"), "code": concept("cluster_headache")}
    asserted = {"subject": maker.patient, "asserter": maker.patient}
    return maker.make("Condition", ("cluster headache",), fields | asserted)


def is_cluster_headache(resource: Element) -> bool:
    return resource.child("code").means("cluster_headache")


def to_fhir(condition: Condition, maker: Maker) -> Json:
    """Write a condition; one that is known to be absent is refuted."""
    goes_on = condition.present and condition.to_on is None
    period = {"onsetDateTime": condition.from_on, "abatementDateTime": condition.to_on}
    fields: Json = {
        **extended(columns(condition.extra)),
        **_states(
            "active" if goes_on else "inactive",
            "unconfirmed" if condition.present else "refuted",
        ),
        "code": text_concept(condition.condition),
        "subject": maker.patient,
        **{key: on.isoformat() for key, on in period.items() if on},
        "asserter": maker.patient,
        **noted(condition.notes),
    }
    key = ("condition", condition.condition, str(condition.from_on))
    return maker.make("Condition", key, fields)


def _states(clinical: str, verification: str) -> Json:
    return {
        "clinicalStatus": {"coding": [coding("clinical", clinical, clinical.title())]},
        "verificationStatus": {
            "coding": [coding("verification", verification, verification.title())]
        },
        "category": [concept("problem")],
    }


def from_fhir(resource: Element) -> Condition:
    known = resource.child("verificationStatus").codings
    status = {code for _, code in known}
    if "entered-in-error" in status:
        raise DiaryError("it was entered in error")
    return Condition(
        condition=name_of(resource.child("code")),
        present="refuted" not in status,
        from_on=resource.day("onsetDateTime"),
        to_on=resource.day("abatementDateTime"),
        notes=resource.note,
        extra=resource.columns(),
    )
