from dataclasses import replace

import pytest
from tests.reports.reading import ANALYSES, FOR_A_DOCTOR, page_of, tree_of

from strategies.doctor_diary import for_a_doctor
from strategies.entries import attack, diary, dose, moment
from surcease.reports.evidence_report import MISSING
from surcease.reports.for_the_doctor import for_the_doctor
from surcease.reports.html import render_html


def section(page, name):
    (found,) = [
        each for each in tree_of(page).all("section") if each.attributes["aria-labelledby"] == name
    ]
    return found


@pytest.mark.parametrize("name", ["acute", "safety", "evidence"])
def test_each_section_is_there_and_can_be_reached(name):
    page = page_of(FOR_A_DOCTOR)
    assert section(page, name).all("h2")
    assert f"#{name}" in [link.attributes["href"] for link in tree_of(page).all("a")]


def test_acute_treatments_have_counts_ranges_and_what_compares_them():
    said = section(page_of(FOR_A_DOCTOR), "acute").whole_text
    for part in ("20 attacks, 20 treated", "4 of 10", "Compared among attacks alike", "not advice"):
        assert part in said


def test_safety_notes_stand_under_their_severity_with_what_to_ask():
    found = section(page_of(FOR_A_DOCTOR), "safety")
    headings = [each.text.partition(":")[0] for each in found.all("h3")]
    assert headings == ["STOP", "WARN", "INFO"]
    assert "Two different triptans within a day" in found.whole_text
    assert "Ask: Which one triptan do I keep to within a day?" in found.whole_text


def test_published_evidence_stands_beside_what_the_diary_shows():
    said = section(page_of(FOR_A_DOCTOR), "evidence").whole_text
    assert "61% fewer attacks" in said
    assert "Mauskop 1995 (22 patients)" in said
    assert "prevention of cluster headache is in the product summary" in said
    assert "not of one kind" in said
    assert "United States" in said


def test_without_the_extra_the_section_says_so(monkeypatch):
    monkeypatch.setattr("surcease.reports.evidence_report.find_spec", lambda _: None)
    report = for_the_doctor(for_a_doctor())
    page = render_html(ANALYSES["no days"], doctor=report)
    assert MISSING in section(page, "evidence").whole_text
    assert "Leone 2000" in section(page, "evidence").whole_text


def test_without_a_diary_there_are_no_such_sections():
    assert 'id="safety"' not in page_of("published case")


def test_names_that_a_patient_made_up_are_text():
    hostile = "<script>alert(1)</script>"
    one = attack("2024-03-01T08:00", ended_at=moment("2024-03-01T09:00"), intensity=8)
    given = diary(one, doses=(dose("2024-03-01T08:05", hostile),))
    page = render_html(ANALYSES["no days"], doctor=for_the_doctor(given))
    assert "<script>" not in page
    assert "alert(1)" in section(page, "acute").whole_text


def test_the_same_diary_gives_the_same_bytes():
    case = ANALYSES[FOR_A_DOCTOR]
    one, two = (render_html(case, doctor=for_the_doctor(for_a_doctor(), case)) for _ in range(2))
    other = replace(for_a_doctor(), doses=for_a_doctor().doses[::-1])
    assert one == two == render_html(case, doctor=for_the_doctor(other, case))
