"""The report as a PDF, made by whoever calls."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha1

from surcease.diary import recorded_span
from surcease.exchange.fhir.codes import Json, concept
from surcease.exchange.fhir.instants import date_period
from surcease.exchange.fhir.maker import Maker


def to_fhir(pdf: bytes, maker: Maker) -> Json:
    span = recorded_span(maker.diary)
    period = {"effectivePeriod": date_period(span.from_on, span.to_on)} if span else {}
    document = {
        "contentType": "application/pdf",
        "data": b64encode(pdf).decode("ascii"),
        "size": len(pdf),
        "hash": b64encode(sha1(pdf, usedforsecurity=False).digest()).decode("ascii"),
        "title": "Headache diary report",
    }
    fields = {
        "status": "final",
        "code": concept("report"),
        "subject": maker.patient,
        **period,
        "presentedForm": [document],
    }
    return maker.make("DiagnosticReport", ("report",), fields)
