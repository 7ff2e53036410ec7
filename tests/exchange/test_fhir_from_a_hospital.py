"""What a hospital's system writes becomes a diary, and what does not is named with the reason."""

import json
from datetime import date

import pytest

from surcease.diary import DiaryError
from surcease.exchange import Choices, open_source

ZONE = "America/New_York"
ATC = "http://www.whocc.no/atc"
LOINC = "http://loinc.org"


PATIENT = {"resourceType": "Patient", "id": "p", "gender": "male", "birthDate": "1970-05-06"}


@pytest.fixture
def read(tmp_path):
    def from_hospital(*resources, zone=ZONE, **choices):
        entries = [{"resource": each} for each in (PATIENT, *resources)]
        bundle = {"resourceType": "Bundle", "type": "searchset", "entry": entries}
        file = tmp_path / "hospital.json"
        file.write_text(json.dumps(bundle), encoding="utf-8")
        return open_source([file], Choices(zone=zone, **choices))

    return from_hospital


def reasons(imported):
    return {finding.line: finding.reason for finding in imported.preview.refused}


def resource(kind, **elements):
    return {"resourceType": kind, "subject": {"reference": "Patient/p"}, **elements}


def administration(**elements):
    given = {"status": "completed", "effectiveDateTime": "2024-03-09T15:00:00Z"}
    return resource("MedicationAdministration", **{**given, **elements})


MAGNESIUM = {"text": "Magnesium sulfate"}
BY_TEXT = {"medicationCodeableConcept": MAGNESIUM}
BY_REFERENCE = {"medicationReference": {"reference": "Medication/m"}}
CONTAINED = {
    "contained": [{"resourceType": "Medication", "id": "m1", "code": MAGNESIUM}],
    "medicationReference": {"reference": "#m1"},
}
BY_DISPLAY = {"medicationReference": {"display": "Magnesium sulfate"}}
MEDICATION = {"resourceType": "Medication", "id": "m", "code": MAGNESIUM}
INTO_A_VEIN = {"route": {"text": "Intravenous"}, "dose": {"value": 1, "unit": "g", "code": "g"}}


@pytest.mark.parametrize("medication", [BY_TEXT, BY_REFERENCE, CONTAINED, BY_DISPLAY])
def test_a_medication_is_found_wherever_fhir_keeps_it(read, medication):
    imported = read(MEDICATION, administration(**medication, dosage=INTO_A_VEIN))
    (dose,) = imported.diary.doses
    assert (dose.treatment, dose.amount, dose.unit) == ("magnesium_sulfate_iv", 1, "g")
    assert reasons(imported) == {}


def test_a_time_is_put_on_the_clock_of_the_diary(read):
    (dose,) = read(administration(**BY_TEXT, dosage=INTO_A_VEIN)).diary.doses
    assert dose.given_at.local.isoformat() == "2024-03-09T10:00:00-05:00"


def test_an_atc_code_names_a_treatment_where_the_route_decides(read):
    coded = {"text": "Product 17", "coding": [{"system": ATC, "code": "N02CC03"}]}
    dosage = {"route": {"text": "nasal"}, "dose": {"value": 5, "unit": "mg"}}
    given = administration(medicationCodeableConcept=coded, dosage=dosage)
    (dose,) = read(given).diary.doses
    assert dose.treatment == "zolmitriptan_nasal"


@pytest.mark.parametrize(
    ("name", "code", "route"),
    [
        ("Dysport 500 units", "M03AX01", "intramuscular"),
        ("Xeomin", "M03AX01", "intramuscular"),
        ("Solu-Medrol 1 g", "H02AB04", ""),
        ("Xylocard", "N01BB02", ""),
    ],
)
def test_a_code_that_others_bear_too_makes_no_treatment_of_them(read, name, code, route):
    coded = {"text": name, "coding": [{"system": ATC, "code": code}]}
    dosage = {"route": {"text": route}, "dose": {"value": 500, "unit": "U"}}
    imported = read(administration(medicationCodeableConcept=coded, dosage=dosage))
    assert imported.diary.doses == ()
    assert [each.medicine for each in imported.diary.medicines] == [name]


def test_the_code_of_one_form_of_a_treatment_names_it(read):
    coded = {"text": "Product 18", "coding": [{"system": ATC, "code": "A12CC10"}]}
    (dose,) = read(administration(medicationCodeableConcept=coded)).diary.doses
    assert dose.treatment == "magnesium_oral"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("onabotulinumtoxinA 100 UNT Injection [Botox]", "onabotulinumtoxin_a"),
        ("magnesium sulfate heptahydrate 500 MG/ML Injectable Solution", "magnesium_sulfate_iv"),
        ("SUMAtriptan 6 MG/0.5 ML Auto-Injector", "sumatriptan_sc"),
        ("zolmitriptan 5 MG Metered Dose Nasal Spray", "zolmitriptan_nasal"),
    ],
)
def test_names_of_drug_catalogues_are_recognised(read, name, key):
    (dose,) = read(administration(medicationCodeableConcept={"text": name})).diary.doses
    assert dose.treatment == key


def test_a_medication_for_another_illness_is_no_dose(read):
    imported = read(administration(medicationCodeableConcept={"text": "Ceftriaxone 2 g"}))
    assert imported.diary.doses == ()
    (medicine,) = imported.diary.medicines
    assert (medicine.medicine, medicine.from_on) == ("Ceftriaxone 2 g", date(2024, 3, 9))


def test_what_was_not_given_is_no_dose(read):
    imported = read(administration(**BY_TEXT, status="not-done"))
    assert imported.diary.doses == ()
    assert reasons(imported) == {2: "it was not given"}


def test_a_date_alone_becomes_noon_and_says_so(read):
    imported = read(administration(**BY_TEXT, effectiveDateTime="2024-03-09", dosage=INTO_A_VEIN))
    (dose,) = imported.diary.doses
    assert dose.given_at.local.isoformat() == "2024-03-09T12:00:00-05:00"
    assert [each.reason for each in imported.preview.doubts] == [
        "its time of day is missing; noon is taken"
    ]


def test_a_procedure_is_a_dose_at_each_site(read):
    session = resource(
        "Procedure",
        status="completed",
        code={"text": "Botox injection"},
        performedDateTime="2024-03-12T14:00:00-04:00",
        bodySite=[{"text": "left temple"}, {"text": "right temple"}],
    )
    imported = read(session)
    assert [(each.treatment, each.site) for each in imported.diary.doses] == [
        ("onabotulinumtoxin_a", "left temple"),
        ("onabotulinumtoxin_a", "right temple"),
    ]
    assert [each.reason for each in imported.preview.doubts] == ["how much was given is not said"]


def test_a_procedure_of_which_administrations_are_part_counts_once(read):
    session = resource(
        "Procedure",
        id="s",
        status="completed",
        code={"text": "Botox injection"},
        performedDateTime="2024-03-12T14:00:00-04:00",
    )
    given = administration(
        medicationCodeableConcept={"text": "Botox"},
        partOf=[{"reference": "Procedure/s"}],
        dosage={"dose": {"value": 100, "unit": "U"}},
    )
    assert [each.amount for each in read(session, given).diary.doses] == [100]


def statement(**elements):
    taken = {
        "status": "active",
        "medicationCodeableConcept": {"text": "Verapamil 80 mg tablet"},
        "effectivePeriod": {"start": "2024-01-01"},
    }
    return resource("MedicationStatement", **{**taken, **elements})


def three_times(amount):
    timing = {"repeat": {"frequency": 3, "period": 1, "periodUnit": "d"}}
    return [{"timing": timing, "doseAndRate": [{"doseQuantity": {"value": amount, "unit": "mg"}}]}]


def test_a_statement_with_a_timing_gives_the_amount_of_a_day(read):
    (regimen,) = read(statement(dosage=three_times(80))).diary.regimens
    assert (regimen.treatment, regimen.amount_per_day, regimen.unit) == ("verapamil", 240, "mg")
    assert (regimen.from_on, regimen.to_on) == (date(2024, 1, 1), None)


def test_the_strength_of_a_tablet_is_no_daily_amount(read):
    imported = read(statement())
    assert imported.diary.regimens == ()
    assert reasons(imported) == {2: "the amount of a day does not follow from its dosage"}


def test_a_statement_that_is_over_needs_its_last_day(read):
    imported = read(statement(status="stopped", dosage=three_times(80)))
    assert reasons(imported) == {2: "it is over, but its last day is missing"}


def laboratory(**elements):
    measured = {
        "status": "final",
        "category": [
            {
                "coding": [
                    {
                        "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                        "code": "laboratory",
                    }
                ]
            }
        ],
        "code": {"coding": [{"system": LOINC, "code": "2601-3"}]},
        "effectiveDateTime": "2024-03-01T13:00:00Z",
        "valueQuantity": {"value": 0.82, "unit": "mmol/L"},
    }
    return resource("Observation", **{**measured, **elements})


def test_a_laboratory_value_keeps_its_unit(read):
    (lab,) = read(laboratory()).diary.labs
    assert (lab.test, lab.value, lab.unit) == ("magnesium", 0.82, "mmol/L")


def test_a_laboratory_value_in_words_is_named(read):
    imported = read(laboratory(valueQuantity={}, valueString="haemolysed"))
    assert reasons(imported) == {2: "a laboratory value that is no number"}


def test_a_preliminary_value_is_read_with_a_doubt(read):
    imported = read(laboratory(status="preliminary"))
    assert len(imported.diary.labs) == 1
    assert [each.reason for each in imported.preview.doubts] == ["its status is preliminary"]


def test_what_was_entered_in_error_does_not_count(read):
    imported = read(laboratory(status="entered-in-error"))
    assert imported.diary.labs == ()
    assert reasons(imported) == {2: "its status says that it does not count"}


def test_a_modifier_that_is_not_known_refuses_the_resource(read):
    negated = {"modifierExtension": [{"url": "https://clinic.example/not", "valueBoolean": True}]}
    inside = {"dosage": {**INTO_A_VEIN, **negated}}
    imported = read(administration(**BY_TEXT, **negated), administration(**BY_TEXT, **inside))
    assert imported.diary.doses == ()
    assert set(reasons(imported).values()) == {
        "a modifierExtension or implicitRules may turn its meaning around"
    }


def test_what_a_diary_has_no_place_for_is_named_by_its_kind(read):
    imported = read(resource("Encounter", status="finished"))
    assert reasons(imported) == {2: "a diary has no place for it"}
    assert [each.name for each in imported.preview.tables][-1] == "hospital.json, Encounter"


def test_the_same_id_counts_once(read):
    given = administration(id="a", **BY_TEXT, dosage=INTO_A_VEIN)
    imported = read(given, given)
    assert len(imported.diary.doses) == 1
    assert reasons(imported) == {3: "its id stands before, too"}


def test_the_person_is_no_more_than_rules_need(read):
    person = read().diary.person
    assert (person.birth_year, person.sex, person.country) == (1970, "male", "")


def test_two_patients_are_not_mixed(read):
    stranger = administration(**BY_TEXT) | {"subject": {"reference": "Patient/q"}}
    with pytest.raises(DiaryError, match=r"hospital.json: it holds resources of several patients"):
        read(administration(**BY_TEXT), stranger)


def test_ndjson_is_read_line_by_line(tmp_path):
    file = tmp_path / "administrations.ndjson"
    lines = [administration(**BY_TEXT, dosage=INTO_A_VEIN), resource("Encounter")]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    imported = open_source([file], Choices(zone=ZONE))
    assert len(imported.diary.doses) == 1
    (finding,) = imported.preview.refused
    assert (finding.line, finding.counts) == (2, "line")
