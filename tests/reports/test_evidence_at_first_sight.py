import pytest

from surcease.reports.terminal.evidence_overview import evidence_overview

ROWS = {cells[0][0]: [line for (line,) in cells[1:]] for cells in evidence_overview().rows}


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Sumatriptan injection", ["2", "4 of 4", "-", "A", "strong", "US, UK, NZ"]),
        ("Lithium", ["1", "0 of 1", "-", "-", "alternative", "-"]),
        ("Verapamil", ["1", "2 of 2", "-", "-", "recommended", "FR"]),
        ("Magnesium sulfate infusion", ["-", "-", "2", "-", "-", "-"]),
    ],
)
def test_a_row_counts_studies_and_results_and_names_guidelines_and_places(name, cells):
    assert ROWS[name] == cells


def test_a_trial_that_reports_its_subtypes_apart_is_one_study():
    assert ROWS["Vagus nerve stimulation through the skin"][:2] == ["2", "2 of 3"]


def test_a_status_or_guideline_from_memory_is_not_shown():
    assert ROWS["Melatonin at night"] == ["1", "1 of 1", "-", "-", "-", "-"]


def test_a_treatment_without_results_or_guidelines_has_no_row():
    assert "Warfarin" not in ROWS


def test_harms_and_the_size_of_a_deficiency_count_as_no_result():
    assert ROWS["Verapamil"][2] == "-"
