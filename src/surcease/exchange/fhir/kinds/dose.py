"""One dose: a MedicationAdministration, or a Procedure where nothing but current was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from surcease.diary import Dose, Moment
from surcease.exchange.fhir.codes import Json, codes, extension_url
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, noted, quantity, ucum_code
from surcease.exchange.fhir.instants import instant, later
from surcease.exchange.fhir.kinds.pain import AFTER_MIN, pain_at
from surcease.exchange.fhir.kinds.treatment import treatment_concept, treatment_entered
from surcease.exchange.fhir.maker import Maker, key_of, reference_to
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.text import text_concept
from surcease.formulary import treatment_named

_MINUTE = timedelta(minutes=1)
_LONGEST_MIN = 60 * 24 * 365
_RATES = ("/min", "/h")


def to_fhir(dose: Dose, counts: bool, session: Json | None, maker: Maker) -> Iterator[Json]:
    """Yield the dose and the pain before and after it; `session` refers to what it is part of."""
    key = ("dose", key_of(dose.given_at), dose.treatment, dose.site)
    status = {"status": "completed" if counts else "entered-in-error"}
    if is_stimulation(dose.treatment):
        made = maker.make("Procedure", key, status | _stimulation(dose, maker))
    else:
        part = {"partOf": [session]} if session else {}
        fields = {**status, **part, **_administration(dose, maker)}
        made = maker.make("MedicationAdministration", key, fields)
    yield made
    of = {"id": made["id"], "status": "final" if counts else "entered-in-error"}
    for name, after_min in AFTER_MIN.items():
        intensity: float | None = getattr(dose, name)
        if intensity is not None:
            pain = pain_at(dose.given_at, after_min, intensity, of, maker)
            yield pain | {"partOf": [reference_to(made)]}


def is_stimulation(treatment: str) -> bool:
    known = treatment_named(treatment)
    return known is not None and known.key in codes()["stimulations"]


def _administration(dose: Dose, maker: Maker) -> Json:
    when, lasted = _when(dose, "effective")
    return {
        **extended(lasted, _volume(dose), columns(dose.extra)),
        "medicationCodeableConcept": treatment_concept(dose.treatment),
        "subject": maker.patient,
        **when,
        **noted(dose.notes),
        **_dosage(dose),
    }


def _stimulation(dose: Dose, maker: Maker) -> Json:
    when, lasted = _when(dose, "performed")
    amount = [] if dose.amount is None and not dose.unit else [_amount(dose)]
    return {
        **extended(amount, _route(dose), lasted, _volume(dose), columns(dose.extra)),
        "code": treatment_concept(dose.treatment),
        "subject": maker.patient,
        **when,
        **({"bodySite": [text_concept(dose.site)]} if dose.site else {}),
        **noted(dose.notes),
    }


def _amount(dose: Dose) -> Json:
    return {"url": extension_url("amount"), "valueQuantity": quantity(dose.amount, dose.unit)}


def _route(dose: Dose) -> list[Json]:
    route = {"url": extension_url("route"), "valueCodeableConcept": text_concept(dose.route)}
    return [route] if dose.route else []


def _volume(dose: Dose) -> list[Json]:
    if dose.volume_ml is None:
        return []
    volume = quantity(dose.volume_ml, "mL")
    return [{"url": extension_url("volume"), "valueQuantity": volume}]


def _when(dose: Dose, element: str) -> tuple[Json, list[Json]]:
    """Return the instant, or the period where it is known how long it lasted and fits in one."""
    ended_at = _ended_at(dose)
    if ended_at is not None:
        end = later("end", dose.given_at, ended_at)
        return {f"{element}Period": instant("start", dose.given_at) | end}, []
    when = instant(f"{element}DateTime", dose.given_at)
    if dose.duration_min is None:
        return when, []
    lasted = quantity(dose.duration_min, "min")
    return when, [{"url": extension_url("duration"), "valueQuantity": lasted}]


def _ended_at(dose: Dose) -> datetime | None:
    if dose.duration_min is None or dose.duration_min > _LONGEST_MIN:
        return None
    ended_at = dose.given_at.at + dose.duration_min * _MINUTE
    return ended_at if (ended_at - dose.given_at.at) / _MINUTE == dose.duration_min else None


def _dosage(dose: Dose) -> Json:
    if dose.amount is None and not (dose.unit or dose.site or dose.route):
        return {}
    given = "rateQuantity" if ucum_code(dose.unit).endswith(_RATES) else "dose"
    return {
        "dosage": {
            **({"site": text_concept(dose.site)} if dose.site else {}),
            **({"route": text_concept(dose.route)} if dose.route else {}),
            given: quantity(dose.amount, dose.unit),
        }
    }


def from_fhir(resource: Element, reader: Reader) -> Dose:
    """Read a dose that this program wrote, word for word."""
    stimulation = resource.values["resourceType"] == "Procedure"
    named = "code" if stimulation else "medicationCodeableConcept"
    given_at, duration_min = duration_of(
        resource, "performed" if stimulation else "effective", reader
    )
    amount, unit, route, site = (_stimulated if stimulation else dosage_of)(resource)
    volume = resource.extension("volume")
    return Dose(
        given_at=given_at,
        treatment=treatment_entered(resource.child(named)),
        amount=amount,
        unit=unit,
        route=route,
        site=site,
        **reader.pains_of_dose(resource, given_at),
        notes=resource.note,
        extra=resource.columns(),
        duration_min=duration_min,
        volume_ml=volume.child("valueQuantity").number("value") if volume else None,
    )


def duration_of(
    resource: Element, element: str, reader: Reader, *, whole_day: bool = False
) -> tuple[Moment, float | None]:
    started_at, ended_at = reader.period(resource, element, whole_day=whole_day)
    lasted = resource.extension("duration")
    if lasted:
        return started_at, lasted.child("valueQuantity").number("value")
    return started_at, (ended_at.at - started_at.at) / _MINUTE if ended_at else None


def dosage_of(resource: Element) -> tuple[float | None, str, str, str]:
    """Return amount, unit, route and site of an administration."""
    dosage = resource.child("dosage")
    given = dosage.child("dose") or dosage.child("rateQuantity")
    return *amount_of(given), name_of(dosage.child("route")), name_of(dosage.child("site"))


def _stimulated(resource: Element) -> tuple[float | None, str, str, str]:
    given, route = resource.extension("amount"), resource.extension("route")
    amount, unit = amount_of(given.child("valueQuantity")) if given else (None, "")
    through = name_of(route.child("valueCodeableConcept")) if route else ""
    return amount, unit, through, name_of(resource.first("bodySite"))


def amount_of(given: Element) -> tuple[float | None, str]:
    return given.number("value"), given.text("unit") or given.text("code")


def name_of(named: Element) -> str:
    return named.text("text") or next(iter(named.words), "")
