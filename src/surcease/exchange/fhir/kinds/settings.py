"""What holds for the whole diary: its zone, journeys and coverage. A resource of its own, Basic."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from surcease.diary import Diary, DiaryError, Extra, Journey, Span
from surcease.exchange.fhir.codes import Json, concept, extension_url
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.elements import columns
from surcease.exchange.fhir.instants import date_period
from surcease.exchange.fhir.maker import Maker
from surcease.exchange.fhir.resources import Entry, Resources


@dataclass(frozen=True, slots=True)
class Settings:
    zone: str
    coverage: tuple[Span, ...]
    journeys: tuple[Journey, ...]
    extra: Extra


def to_fhir(diary: Diary, maker: Maker) -> Json:
    extensions = [
        {"url": extension_url("zone"), "valueCode": diary.zone},
        *(_span("coverage", span) for span in diary.coverage),
        *(_span("journey", each.span, each.zone) for each in diary.journeys),
        *columns(diary.extra),
    ]
    fields = {"code": concept("settings"), "subject": maker.patient, "author": maker.patient}
    return maker.make("Basic", ("settings",), {"extension": extensions, **fields})


def _span(name: str, span: Span, zone: str = "") -> Json:
    parts: list[Json] = [{"url": "period", "valuePeriod": date_period(span.from_on, span.to_on)}]
    parts += [{"url": "zone", "valueCode": zone}] if zone else []
    return {"url": extension_url(name), "extension": [*parts, *columns(span.extra)]}


def are_settings(resource: Element) -> bool:
    return resource.child("code").means("settings")


def settings_in(resources: Resources) -> Entry | None:
    """Return the entry that shows that this program wrote the others."""
    for entry in resources.of_type("Basic"):
        with suppress(DiaryError):  # it is refused, with the reason, where its turn comes
            if are_settings(entry.element):
                return entry
    return None


def from_fhir(resource: Element) -> Settings:
    zone = resource.extension("zone")
    return Settings(
        zone=zone.text("valueCode") if zone else "",
        coverage=tuple(_span_of(each) for each in resource.extensions("coverage")),
        journeys=tuple(
            Journey(_span_of(each), each.part("zone").text("valueCode"))
            for each in resource.extensions("journey")
        ),
        extra=resource.columns(),
    )


def _span_of(extension: Element) -> Span:
    period = extension.part("period").child("valuePeriod")
    from_on, to_on = period.day("start"), period.day("end")
    if from_on is None or to_on is None:
        raise DiaryError("{path} has no first or no last day", path=extension.path)
    return Span(from_on, to_on, extension.columns())
