"""Ids follow from the diary, so that a server that gets it twice holds it once."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from strategies.whole_diary import ATTACK, WHOLE, at
from surcease.diary import Attack
from surcease.exchange.fhir import FhirOptions, export_fhir

AT = datetime(2024, 3, 20, tzinfo=UTC)
KNOWN = ("https://clinic.example/patients", "1234")
STRANGER = ("https://clinic.example/patients", "1235")
FREE_DAY = "attack-free-day"
GROWN = replace(WHOLE, attacks=(*WHOLE.attacks, Attack(at("2024-03-14T01:00"))))


def exported(diary, **options):
    return export_fhir(diary, FhirOptions(**options), AT).bundle


def ids(diary, **options):
    return [each["fullUrl"] for each in exported(diary, **options)["entry"]]


def test_the_same_diary_gives_the_same_bytes():
    assert json.dumps(exported(WHOLE)) == json.dumps(exported(WHOLE))


def test_every_id_is_its_own():
    assert len(set(ids(WHOLE))) == len(ids(WHOLE))


def test_entries_keep_their_ids_when_a_known_patients_diary_grows():
    known = {"patient": KNOWN, "transaction": True}
    assert set(ids(WHOLE, **known)) < set(ids(GROWN, **known))


def test_a_day_that_was_free_is_withdrawn_once_it_has_an_attack():
    def state_of_the_day(diary):
        bundle = exported(diary, patient=KNOWN, transaction=True)
        days = [each["resource"] for each in bundle["entry"] if FREE_DAY in json.dumps(each)]
        return {each["status"] for each in days if each["effectivePeriod"]["start"] == "2024-03-14"}

    assert state_of_the_day(WHOLE) == {"final"}
    assert state_of_the_day(GROWN) == {"entered-in-error"}


def test_a_corrected_entry_keeps_its_id():
    corrected = replace(WHOLE, attacks=(replace(ATTACK, intensity=5), *WHOLE.attacks[1:]))
    assert ids(corrected, patient=KNOWN) == ids(WHOLE, patient=KNOWN)


def test_two_patients_share_no_id():
    assert set(ids(WHOLE, patient=KNOWN)).isdisjoint(ids(WHOLE, patient=STRANGER))
    assert set(ids(WHOLE)).isdisjoint(ids(GROWN))


def test_every_reference_points_to_an_entry():
    bundle = exported(WHOLE, transaction=True)
    text = json.dumps(bundle)
    pointed_to = {part.split('"')[0] for part in text.split('"reference": "')[1:]}
    assert pointed_to <= {each["fullUrl"] for each in bundle["entry"]}


def test_a_server_puts_each_resource_at_its_id_and_makes_a_known_patient_once():
    patient, *others = exported(WHOLE, transaction=True, patient=KNOWN)["entry"]
    assert patient["request"] == {
        "method": "POST",
        "url": "Patient",
        "ifNoneExist": "identifier=https%3A%2F%2Fclinic.example%2Fpatients%7C1234",
    }
    for each in others:
        resource = each["resource"]
        address = f"{resource['resourceType']}/{resource['id']}"
        assert each["request"] == {"method": "PUT", "url": address}
