from dataclasses import replace

from tests.strategies.analyses import published_case

from strategies.doctor_diary import for_a_doctor
from surcease.acute.analyze import analyze_acute
from surcease.reports.for_the_doctor import for_the_doctor
from surcease.reports.own_result import own_result


def test_an_effect_is_said_with_interval_verdict_and_doses():
    (said,) = own_result("magnesium_sulfate_iv", published_case(), None)
    assert said.startswith("61% fewer attacks (95% interval: 38% to 77% fewer); ● strong")
    assert "38 doses" in said


def test_where_nothing_could_be_estimated_the_reason_is_said():
    case = published_case()
    unknown = replace(case.treatments[2], reduction=None, because=("role_unknown",))
    (said,) = own_result("magnesium_sulfate_iv", replace(case, treatments=(unknown,)), None)
    assert "the formulary does not know it" in said


def test_an_acute_treatment_has_shares_of_attacks():
    (said,) = own_result("sumatriptan_sc", published_case(), analyze_acute(for_a_doctor()))
    assert said.startswith("Sumatriptan injection, taken first and alone in 10 attacks: pain-free")


def test_a_treatment_that_was_not_used_says_nothing():
    assert own_result("lithium", published_case(), analyze_acute(for_a_doctor())) == ()


def test_every_treatment_of_a_diary_has_its_evidence_those_that_prevent_first():
    report = for_the_doctor(for_a_doctor(), published_case())
    assert [each.treatment for each in report.evidence] == [
        "magnesium_sulfate_iv",
        "verapamil",
        "oxygen",
        "rizatriptan_po",
        "sumatriptan_sc",
    ]
    assert report.evidence[0].own
    assert report.safety.notes
    assert report.acute.tables
