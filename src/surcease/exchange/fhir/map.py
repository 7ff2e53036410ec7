from __future__ import annotations

from collections.abc import Callable
from functools import partial

from surcease.diary import DiaryError
from surcease.exchange.draft import Draft
from surcease.exchange.fhir.element import Element, unknown_modifier
from surcease.exchange.fhir.hospital import administration, procedure, statement
from surcease.exchange.fhir.kinds import (
    attack,
    condition,
    day,
    dose,
    ecg,
    lab,
    medicine,
    person,
    regimen,
    settings,
    symptom,
)
from surcease.exchange.fhir.kinds.treatment import treatment_entered
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.resources import Entry, Resources
from surcease.language import gettext as _

type Add = Callable[[Element, Reader, Draft, Entry], None]

_OBSERVED = ("final", "amended", "corrected")
_NOT_SURE = ("preliminary", "unknown")


def map_rows(resources: Resources, draft: Draft) -> None:
    """Add what a diary has a place for; everything else is refused with the reason."""
    own = settings.settings_in(resources) is not None
    draft.in_order = own
    reader = Reader(resources, draft.zone, own=own)
    draft.each(resources.entries, partial(_add, reader, draft, set()))


def _add(reader: Reader, draft: Draft, seen: set[str], entry: Entry) -> None:
    if entry.key in seen:
        raise DiaryError("its id stands before, too")
    seen.add(entry.key)
    if unknown_modifier(entry.resource):
        raise DiaryError("a modifierExtension or implicitRules may turn its meaning around")
    if entry.type not in _ADD:
        raise DiaryError("a diary has no place for it")
    _ADD[entry.type](entry.element, reader, draft, entry)


def _settings(resource: Element, _reader: Reader, draft: Draft, _entry: Entry) -> None:
    if not settings.are_settings(resource):
        raise DiaryError("a diary has no place for it")
    told = settings.from_fhir(resource)
    draft.coverage += told.coverage
    draft.journeys += told.journeys
    draft.extra = told.extra


def _patient(resource: Element, _reader: Reader, draft: Draft, _entry: Entry) -> None:
    draft.person = person.from_fhir(resource)


def _condition(resource: Element, _reader: Reader, draft: Draft, _entry: Entry) -> None:
    if not condition.is_cluster_headache(resource):
        draft.conditions.append(condition.from_fhir(resource))


def _observation(resource: Element, reader: Reader, draft: Draft, entry: Entry) -> None:
    _check_observed(resource.text("status"), reader, draft, entry)
    if resource.child("code").means("pain"):
        if not reader.has_whole(resource):
            raise DiaryError("it belongs to no attack and no dose")
    elif day.is_day(resource):
        if not (reader.own and day.follows_from_coverage(resource)):
            draft.days.append(day.from_fhir(resource))
    elif attack.is_attack(resource):
        draft.attacks.append(attack.from_fhir(resource, reader))
        if attack.is_any_headache(resource):
            draft.doubt(entry, _("it says headache, not cluster headache"))
    elif symptom.is_symptom(resource):
        draft.symptoms.append(symptom.from_fhir(resource, reader))
    elif ecg.is_ecg(resource):
        draft.ecgs.append(ecg.from_fhir(resource))
    elif lab.is_lab(resource):
        draft.labs.append(lab.from_fhir(resource, reader, partial(draft.doubt, entry)))
    else:
        raise DiaryError("an observation for which a diary has no place")


def _check_observed(status: str, reader: Reader, draft: Draft, entry: Entry) -> None:
    if status in _NOT_SURE:
        draft.doubt(entry, _("its status is {status}").format(status=status))
    elif status not in _OBSERVED and not (reader.own and status == "entered-in-error"):
        raise DiaryError("its status says that it does not count")


def _administration(resource: Element, reader: Reader, draft: Draft, entry: Entry) -> None:
    if reader.own:
        draft.doses.append(dose.from_fhir(resource, reader))
    else:
        administration.add(resource, reader, draft, entry)


def _statement(resource: Element, reader: Reader, draft: Draft, entry: Entry) -> None:
    if not reader.own:
        statement.add(resource, reader, draft, entry)
    elif regimen.is_regimen(resource):
        draft.regimens.append(regimen.from_fhir(resource))
    else:
        draft.medicines.append(medicine.from_fhir(resource))


def _procedure(resource: Element, reader: Reader, draft: Draft, entry: Entry) -> None:
    if not reader.own:
        procedure.add(resource, reader, draft, entry)
    elif dose.is_stimulation(treatment_entered(resource.child("code"))):
        draft.doses.append(dose.from_fhir(resource, reader))


def _report(_resource: Element, reader: Reader, _draft: Draft, _entry: Entry) -> None:
    """Leave the report that was made of the diary; one of a hospital has no place in it."""
    if not reader.own:
        raise DiaryError("a diary has no place for it")


def _told_elsewhere(_resource: Element, _reader: Reader, _draft: Draft, _entry: Entry) -> None:
    """Leave what is read where something refers to it, and what is no event."""


_ADD: dict[str, Add] = {
    "Basic": _settings,
    "Patient": _patient,
    "Condition": _condition,
    "Observation": _observation,
    "MedicationAdministration": _administration,
    "MedicationStatement": _statement,
    "Procedure": _procedure,
    "Medication": _told_elsewhere,
    "Provenance": _told_elsewhere,
    "DiagnosticReport": _report,
}
