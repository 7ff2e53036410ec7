"""An electrocardiogram: an Observation with heart rate, PR interval and findings as components."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.diary import DiaryError, Ecg
from surcease.exchange.fhir.codes import Json, concept
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns, extended, noted, quantity
from surcease.exchange.fhir.maker import Maker
from surcease.exchange.fhir.text import put_text


def to_fhir(ecg: Ecg, maker: Maker) -> Json:
    parts = list(_components(ecg))
    fields: Json = {
        **extended(columns(ecg.extra)),
        "status": "final",
        "category": [concept("procedure")],
        "code": concept("ecg"),
        "subject": maker.patient,
        "effectiveDateTime": ecg.on.isoformat(),
        **noted(ecg.notes),
        **({"component": parts} if parts else {}),
    }
    return maker.make("Observation", ("ecg", ecg.on.isoformat()), fields)


def _components(ecg: Ecg) -> Iterator[Json]:
    if ecg.heart_rate_per_min is not None:
        rate = quantity(ecg.heart_rate_per_min, "/min")
        yield {"code": concept("heart_rate"), "valueQuantity": rate}
    if ecg.pr_ms is not None:
        yield {"code": concept("pr_interval"), "valueQuantity": quantity(ecg.pr_ms, "ms")}
    for finding in ecg.findings:
        part: Json = {"code": concept("ecg_finding")}
        put_text(part, "valueString", finding)
        yield part


def is_ecg(resource: Element) -> bool:
    return resource.child("code").means("ecg")


def from_fhir(resource: Element) -> Ecg:
    on = resource.day("effectiveDateTime") or resource.child("effectivePeriod").day("start")
    if on is None:
        raise DiaryError("its date is missing")
    return Ecg(
        on=on,
        heart_rate_per_min=_measured(resource, "heart_rate", ("/min", "{beats}/min", "bpm")),
        pr_ms=_measured(resource, "pr_interval", ("ms",)),
        findings=tuple(_findings(resource)),
        notes=resource.note,
        extra=resource.columns(),
    )


def _measured(resource: Element, what: str, units: tuple[str, ...]) -> float | None:
    for part in resource.children("component"):
        measured = part.child("valueQuantity")
        if part.child("code").means(what):
            if not {measured.text("code"), measured.text("unit")}.intersection(units):
                raise DiaryError("{path} is not in {unit}", path=part.path, unit=units[0])
            return measured.number("value")
    return None


def _findings(resource: Element) -> Iterator[str]:
    for part in resource.children("component"):
        if part.child("code").means("ecg_finding"):
            yield part.text("valueString")
    if said := resource.text("valueString"):
        yield said
