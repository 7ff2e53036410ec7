"""A diary as a Bundle of FHIR R4 resources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode

from surcease.diary import Diary, digest, distinct_attacks
from surcease.exchange.fhir.codes import Json
from surcease.exchange.fhir.gate import Gate
from surcease.exchange.fhir.instants import iso_instant
from surcease.exchange.fhir.kinds import (
    attack,
    condition,
    day,
    ecg,
    lab,
    medicine,
    person,
    provenance,
    regimen,
    report,
    session,
    settings,
    symptom,
)
from surcease.exchange.fhir.maker import Maker, with_status
from surcease.exchange.fhir.parts import Part
from surcease.formulary.ideation import without_ideation


@dataclass(frozen=True, slots=True)
class FhirOptions:
    """How a diary leaves as FHIR.

    Parameters
    ----------
    transaction
        A Bundle that a server carries out, and carries out again without making anything twice;
        else a collection.
    asked
        Parts of the diary that leave only on request.
    patient
        System and value of the identifier by which the receiver knows the patient. Ids then stay
        the same when the diary grows; without it they follow from the diary as it is.
    pdf
        A report to go with it.
    """

    transaction: bool = False
    asked: frozenset[Part] = frozenset()
    patient: tuple[str, str] | None = None
    pdf: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An element that stayed, how often, and the part to ask for; None: it never leaves."""

    path: str
    count: int
    part: Part | None


@dataclass(frozen=True, slots=True)
class Exported:
    bundle: Json
    left_out: tuple[LeftOut, ...]


def export_fhir(diary: Diary, options: FhirOptions, at: datetime) -> Exported:
    """Write a diary as a Bundle, as of the instant `at` (aware), which the Provenance says."""
    leaving, taken = (diary, 0) if Part.IDEATION in options.asked else without_ideation(diary)
    whole = digest(diary)
    maker = Maker(leaving, "|".join(options.patient) if options.patient else whole, at.date())
    gate = Gate(options.asked)
    resources = [gate.resource(each) for each in _resources(options, maker)]
    resources.append(gate.resource(provenance.to_fhir(resources, whole, at, maker)))
    return Exported(
        _bundle(resources, options, at), tuple(_left_out(gate, taken, len(leaving.notes)))
    )


def _left_out(gate: Gate, taken: int, notes: int) -> Iterator[LeftOut]:
    in_order = sorted(gate.left_out.items(), key=lambda each: (each[0][1] or "", each[0][0]))
    for (path, part), count in in_order:
        yield LeftOut(path, count, part)
    if notes:
        yield LeftOut("notes of their own", notes, None)
    if taken:
        yield LeftOut("entries", taken, Part.IDEATION)


def _resources(options: FhirOptions, maker: Maker) -> Iterator[Json]:
    diary = maker.diary
    yield person.to_fhir(diary.person, options.patient, maker)
    yield settings.to_fhir(diary, maker)
    yield condition.cluster_headache(maker)
    for each, counts in with_status(diary.attacks, distinct_attacks(diary).events):
        yield from attack.to_fhir(each, counts, maker)
    yield from day.to_fhir(diary, maker, to_update=bool(options.patient and options.transaction))
    yield from session.to_fhir(maker)
    yield from _record(diary, maker)
    if options.pdf:
        yield report.to_fhir(options.pdf, maker)


def _record(diary: Diary, maker: Maker) -> Iterator[Json]:
    yield from (regimen.to_fhir(each, maker) for each in diary.regimens)
    yield from (medicine.to_fhir(each, maker) for each in diary.medicines)
    yield from (condition.to_fhir(each, maker) for each in diary.conditions)
    yield from (lab.to_fhir(each, maker) for each in diary.labs)
    yield from (ecg.to_fhir(each, maker) for each in diary.ecgs)
    yield from (symptom.to_fhir(each, maker) for each in diary.symptoms)


def _bundle(resources: list[Json], options: FhirOptions, at: datetime) -> Json:
    return {
        "resourceType": "Bundle",
        "type": "transaction" if options.transaction else "collection",
        "timestamp": iso_instant(at),
        "entry": [_entry(each, options) for each in resources],
    }


def _entry(resource: Json, options: FhirOptions) -> Json:
    entry = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
    return entry | ({"request": _request(resource, options)} if options.transaction else {})


def _request(resource: Json, options: FhirOptions) -> Json:
    """Put each resource at its own id; a patient whom the server knows is not made again."""
    kind = resource["resourceType"]
    if kind == "Patient" and options.patient:
        known_as = urlencode({"identifier": "|".join(options.patient)})
        return {"method": "POST", "url": kind, "ifNoneExist": known_as}
    return {"method": "PUT", "url": f"{kind}/{resource['id']}"}
