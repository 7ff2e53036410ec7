"""Nothing leaves as FHIR but what the allow-list names, and parts of the diary only on request."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from strategies.diaries import diaries
from strategies.entries import moment
from strategies.whole_diary import WHOLE
from surcease.diary import Span, Symptom
from surcease.exchange.fhir import FhirOptions, Part, export_fhir
from surcease.exchange.fhir.gate import Gate

AT = datetime(2024, 3, 20, tzinfo=UTC)
SECRETS = {
    Part.NOTES: ("woke me up", "as needed", "before the increase", "during the infusion"),
    Part.PERSON: ('"birthDate"', '"gender"', '"country"'),
    Part.COLUMNS: ("storm", "simulated", "phone"),
    Part.IDEATION: ("suicidal thoughts",),
}
SPOKEN = replace(WHOLE, symptoms=(Symptom(moment("2024-03-11T03:00"), "suicidal thoughts"),))


def written(diary, *asked):
    exported = export_fhir(diary, FhirOptions(asked=frozenset(asked)), AT)
    return json.dumps(exported.bundle), {each.part for each in exported.left_out}


def test_nothing_of_the_parts_leaves_unless_asked_for():
    text, stayed = written(SPOKEN)
    assert [secret for each in SECRETS.values() for secret in each if secret in text] == []
    assert stayed == set(Part)


@pytest.mark.parametrize("part", Part)
def test_each_part_leaves_by_itself(part):
    diary = SPOKEN if part is Part.IDEATION else WHOLE
    text, stayed = written(diary, part)
    leaving = {each for each, secrets in SECRETS.items() if any(word in text for word in secrets)}
    assert leaving == {part}
    assert part not in stayed


def test_what_is_on_no_list_is_dropped_and_reported():
    gate = Gate(frozenset(Part))
    extension = {"url": "https://elsewhere.example/secret", "valueString": "b"}
    name = [{"family": "Doe"}]
    patient = {"resourceType": "Patient", "id": "1", "name": name, "extension": [extension]}
    assert gate.resource(patient) == {"resourceType": "Patient", "id": "1"}
    assert gate.left_out == {("Patient.name", None): 1, ("Patient.extension(unknown)", None): 1}


@settings(derandomize=True, deadline=None, max_examples=40)
@given(diaries())
def test_the_mapper_makes_nothing_that_the_list_lacks(diary):
    """Whatever stays, stays because nobody asked for its part."""
    soon = tuple(Span(each.from_on, each.from_on, each.extra) for each in diary.coverage)
    exported = export_fhir(replace(diary, coverage=soon), FhirOptions(), AT)
    assert [each for each in exported.left_out if each.part is None] == []
