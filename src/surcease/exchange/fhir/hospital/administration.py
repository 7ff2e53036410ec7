"""A medication that a hospital gave: a dose, or another medicine of that day."""

from __future__ import annotations

from surcease.diary import DiaryError, Dose, Medicine
from surcease.diary.response import AS_WRITTEN
from surcease.exchange.draft import Draft
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.hospital.medication import Medication, medication_in
from surcease.exchange.fhir.kinds.dose import dosage_of, duration_of
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.resources import Entry
from surcease.exchange.treatments import unit_of
from surcease.language import gettext as _

_GIVEN = ("completed", "in-progress", "stopped", "unknown")
_NOT_GIVEN = ("not-done", "on-hold")


def add(resource: Element, reader: Reader, draft: Draft, entry: Entry) -> None:
    status = resource.text("status")
    if status not in _GIVEN:
        not_given = status in _NOT_GIVEN
        if not_given:
            raise DiaryError("it was not given")
        raise DiaryError("its status says it does not count")
    if status != "completed":
        draft.doubt(entry, _("its status is {status}").format(status=status))
    amount, unit, route, site = dosage_of(resource)
    medication = medication_in(resource, "medication", route, reader, draft.treatments)
    given_at, duration_min = duration_of(resource, "effective", reader, whole_day=True)
    if reader.lacks_time(resource, "effective"):
        draft.doubt(entry, _("its time of day is missing; noon is taken"))
    if medication.key is None:
        draft.medicines.append(Medicine(medication.name, given_at.on, given_at.on))
        return
    draft.doses.append(
        Dose(
            given_at=given_at,
            treatment=medication.key,
            amount=amount,
            unit=unit_of(unit),
            route=route,
            site=site,
            **reader.pains_of_dose(resource, given_at),
            notes=resource.note,
            extra=as_written(medication),
            duration_min=duration_min,
        )
    )


def as_written(medication: Medication) -> tuple[tuple[str, str], ...]:
    return ((AS_WRITTEN, medication.name),) if medication.name != medication.key else ()
