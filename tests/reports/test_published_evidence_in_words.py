import importlib.util

import pytest

from surcease.evidence import results
from surcease.formulary import treatments
from surcease.reports import evidence_report as module
from surcease.reports.evidence_report import evidence_report, strength


def test_controlled_studies_are_counted_apart_from_open_ones():
    assert evidence_report(treatments()["verapamil"]).strength == (
        "1 controlled study: Leone 2000 (15 against 15 patients)."
    )
    assert evidence_report(treatments()["magnesium_sulfate_iv"]).strength == (
        "No controlled study; without a control group: "
        "Mauskop 1995 (22 patients), Mauskop 1996 (40 patients)."
    )


def test_subtypes_that_a_study_reports_apart_add_up():
    said = evidence_report(treatments()["onabotulinumtoxin_a"]).strength
    assert "Sostak 2007 (12 patients), Robbins 2001 (10 patients)" in said


def test_a_trial_that_reports_its_subtypes_apart_is_one_study():
    said = evidence_report(treatments()["nvns"]).strength
    assert said == (
        "2 controlled studies: PREVA (45 against 48 patients), ACT1 (60 against 73 patients)."
    )


def test_harms_count_as_no_evidence_of_benefit():
    harms = [each for each in results().values() if each.asks == "harm"]
    assert {each.key for each in harms} == {"F44", "F45", "F46"}
    assert strength(harms) == "No published result for cluster headache is in the table."


@pytest.mark.parametrize("key", treatments())
def test_every_treatment_has_its_status_results_and_sources(key):
    report = evidence_report(treatments()[key])
    for table in (report.statuses, report.guidelines, report.results, report.pooled):
        assert all(len(cells) == len(table.columns) for cells in table.rows)
    named = {cells[0][0] for cells in report.sources.rows}
    shown = {cells[-1][0].split(" (")[0] for cells in report.statuses.rows}
    assert shown - {"read in no source"} <= named


def test_a_status_from_memory_is_shown_as_unverified():
    rows = evidence_report(treatments()["magnesium_sulfate_iv"]).statuses.rows
    assert [cells[2] for cells in rows] == [("read in no source",)]


def test_a_guideline_stands_with_its_source():
    (row,) = evidence_report(treatments()["verapamil"]).guidelines.rows
    assert row == (("European Academy of Neurology",), ("recommended",), ("ean (V)",))


def test_without_the_extra_status_and_counts_of_studies_stay(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    report = evidence_report(treatments()["verapamil"])
    assert "surcease[statistics]" in report.missing
    assert report.statuses.rows
    assert report.results.rows == report.pooled.rows == ()


def test_the_extra_is_there_in_this_environment():
    assert importlib.util.find_spec("statsmodels")
