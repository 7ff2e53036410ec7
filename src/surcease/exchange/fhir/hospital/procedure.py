"""A procedure of a hospital: one dose at each site, unless its administrations are there, too."""

from __future__ import annotations

from surcease.diary import DiaryError, Dose
from surcease.exchange.draft import Draft
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.hospital.administration import as_written
from surcease.exchange.fhir.hospital.medication import Medication
from surcease.exchange.fhir.kinds.dose import name_of
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.resources import Entry
from surcease.language import gettext as _


def add(resource: Element, reader: Reader, draft: Draft, entry: Entry) -> None:
    if resource.text("status") != "completed":
        raise DiaryError("its status does not say that it was done")
    if reader.has_administrations(resource):
        return
    treatment = _treatment(resource, draft)
    given_at, _end = reader.period(resource, "performed", whole_day=True)
    if reader.lacks_time(resource, "performed"):
        draft.doubt(entry, _("its time of day is missing; noon is taken"))
    sites = [name_of(each) for each in resource.children("bodySite")] or [""]
    draft.doubt(entry, _("how much was given is not said"))
    draft.doses += [
        Dose(
            given_at=given_at,
            treatment=treatment.key or "",
            site=site,
            notes=resource.note,
            extra=as_written(treatment),
        )
        for site in sites
    ]


def _treatment(resource: Element, draft: Draft) -> Medication:
    """Return the treatment that the codes of a procedure name, or those of what was used."""
    for named in (*resource.children("usedCode"), resource.child("code")):
        for text in named.words:
            keys = {mention.key for mention in draft.treatments.mentions(text)}
            if len(keys) == 1 and (key := keys.pop()):
                return Medication(text, key)
    raise DiaryError("it names no treatment of cluster headache")
