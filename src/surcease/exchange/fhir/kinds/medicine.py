"""A medicine for another illness: a MedicationStatement. None at all is a statement, too."""

from __future__ import annotations

from surcease.diary import Medicine
from surcease.exchange.fhir.codes import Json, concept
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, noted
from surcease.exchange.fhir.instants import date_period
from surcease.exchange.fhir.kinds.dose import name_of
from surcease.exchange.fhir.kinds.regimen import status_of
from surcease.exchange.fhir.maker import Maker
from surcease.exchange.fhir.text import text_concept
from surcease.formulary.vocabulary import is_denied


def to_fhir(medicine: Medicine, maker: Maker) -> Json:
    period = date_period(medicine.from_on, medicine.to_on)
    known_none = concept("no_medicines") if is_denied(medicine.medicine) else {}
    fields: Json = {
        **extended(columns(medicine.extra)),
        "status": status_of(medicine.to_on, maker, "completed"),
        "category": concept("other_medicine"),
        "medicationCodeableConcept": known_none | text_concept(medicine.medicine),
        "subject": maker.patient,
        **({"effectivePeriod": period} if period else {}),
        "informationSource": maker.patient,
        **noted(medicine.notes),
    }
    key = ("medicine", medicine.medicine, str(medicine.from_on))
    return maker.make("MedicationStatement", key, fields)


def from_fhir(resource: Element) -> Medicine:
    """Read a medicine that this program wrote."""
    period = resource.child("effectivePeriod")
    return Medicine(
        medicine=name_of(resource.child("medicationCodeableConcept")),
        from_on=period.day("start"),
        to_on=period.day("end"),
        notes=resource.note,
        extra=resource.columns(),
    )
