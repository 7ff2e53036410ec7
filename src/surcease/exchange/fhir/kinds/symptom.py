"""Something noticed apart from attacks, such as a side effect."""

from __future__ import annotations

from surcease.diary import DiaryError, Symptom
from surcease.exchange.fhir.codes import Json, concept
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, noted
from surcease.exchange.fhir.instants import instant
from surcease.exchange.fhir.kinds.dose import name_of
from surcease.exchange.fhir.maker import Maker, key_of
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.text import text_concept


def to_fhir(symptom: Symptom, maker: Maker) -> Json:
    fields: Json = {
        **extended(columns(symptom.extra)),
        "status": "final",
        "category": [concept("symptom_category"), concept("survey")],
        "code": concept("symptom"),
        "subject": maker.patient,
        **instant("effectiveDateTime", symptom.noticed_at),
        "performer": [maker.patient],
        "valueCodeableConcept": text_concept(symptom.symptom),
        **noted(symptom.notes),
    }
    key = ("symptom", key_of(symptom.noticed_at), symptom.symptom)
    return maker.make("Observation", key, fields)


def is_symptom(resource: Element) -> bool:
    return resource.child("code").means("symptom")


def from_fhir(resource: Element, reader: Reader) -> Symptom:
    noticed_at, _ = reader.period(resource, "effective")
    name = name_of(resource.child("valueCodeableConcept"))
    if not name:
        raise DiaryError("a symptom without a name")
    return Symptom(noticed_at, name, resource.note, resource.columns())
