"""What was taken every day: a MedicationStatement with the amount of a day as its rate."""

from __future__ import annotations

from datetime import date

from surcease.diary import DiaryError, Regimen
from surcease.exchange.fhir.codes import Json, concept, system
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, quantity
from surcease.exchange.fhir.instants import date_period
from surcease.exchange.fhir.kinds.dose import amount_of, name_of
from surcease.exchange.fhir.kinds.treatment import treatment_concept, treatment_entered
from surcease.exchange.fhir.maker import Maker
from surcease.exchange.fhir.text import put_text, text_concept

_A_DAY = {"value": 1, "unit": "d", "code": "d"}


def to_fhir(regimen: Regimen, maker: Maker) -> Json:
    per_day = {
        "numerator": quantity(regimen.amount_per_day, regimen.unit),
        "denominator": _A_DAY | {"system": system("ucum")},
    }
    stopped = [text_concept(regimen.reason_stopped)] if regimen.reason_stopped else []
    fields: Json = {
        **extended(columns(regimen.extra)),
        "status": status_of(regimen.to_on, maker, "stopped" if stopped else "completed"),
        **({"statusReason": stopped} if stopped else {}),
        "category": concept("regimen"),
        "medicationCodeableConcept": treatment_concept(regimen.treatment),
        "subject": maker.patient,
        "effectivePeriod": date_period(regimen.from_on, regimen.to_on),
        "informationSource": maker.patient,
        "dosage": [{**_in_words(regimen), "doseAndRate": [{"rateRatio": per_day}]}],
    }
    key = ("regimen", regimen.treatment, regimen.from_on.isoformat())
    return maker.make("MedicationStatement", key, fields)


def _in_words(regimen: Regimen) -> Json:
    into: Json = {}
    put_text(into, "text", f"{regimen.amount_per_day:g} {regimen.unit} a day")
    return into


def status_of(to_on: date | None, maker: Maker, ended: str) -> str:
    return "active" if to_on is None or to_on >= maker.today else ended


def is_regimen(resource: Element) -> bool:
    return resource.child("category").means("regimen")


def from_fhir(resource: Element) -> Regimen:
    """Read a regimen that this program wrote."""
    rate = resource.first("dosage").first("doseAndRate").child("rateRatio")
    amount, unit = amount_of(rate.child("numerator"))
    period = resource.child("effectivePeriod")
    from_on = period.day("start")
    if amount is None or from_on is None:
        raise DiaryError("its daily amount or its first day is missing")
    return Regimen(
        treatment=treatment_entered(resource.child("medicationCodeableConcept")),
        amount_per_day=amount,
        unit=unit,
        from_on=from_on,
        to_on=period.day("end"),
        reason_stopped=name_of(resource.first("statusReason")),
        extra=resource.columns(),
    )
