from dataclasses import replace
from datetime import date

import pytest
from tests.reports.printed_pages import read_pdf
from tests.strategies.analyses import extremes
from tests.strategies.printed import case, diary_for, short_case

from surcease.analysis.result import Answers, Estimate, Forecast, Prevented
from surcease.diary import digest
from surcease.formulary import sources
from surcease.reports.choices import Paper, Reader, ReportChoices
from surcease.reports.pdf import render_pdf

CHOICES = ReportChoices(reader=Reader.INSURER)
IN_ORDER = (
    "The record",
    "What was tried",
    "Treatment by treatment",
    "Course over time",
    "How the figures came about",
    "Sources",
    "Days and attacks",
)


@pytest.fixture(scope="module")
def text():
    return read_pdf(render_pdf(*case(), CHOICES)).text


def test_the_record_comes_first_and_its_entries_last(text):
    places = [text.index(heading) for heading in IN_ORDER[:-1]]
    assert places == sorted(places)
    assert text.index("Days on which nothing written means no attack") > places[-1]


def test_the_diary_is_named_by_its_whole_digest(text):
    assert digest(case()[0]) in text


def test_why_something_ended_stands_in_the_patients_own_words(text):
    assert "raised: attacks went on" in text


def test_status_by_country_and_published_results_stand_beside_the_own_result(text):
    assert "Status for cluster headache" in text
    assert "off-label" in text
    assert "Leone 2000" in text
    assert "This diary: 61% fewer attacks (95% interval: 38% to 77% fewer)" in text


def test_sources_are_given_with_their_addresses(text):
    (address, *_) = sources()["ahfs"].addresses
    assert f"ahfs{address.removeprefix('https://')}" in text.replace(" ", "")


def test_every_dose_and_attack_can_be_found_by_its_row(text):
    diary, _ = case()
    assert f"R1 to R{len(diary.regimens)}" in text
    assert f"A{len(diary.attacks)}" in text
    assert f"L{len(diary.labs)}" in text


@pytest.mark.parametrize("paper", Paper)
def test_the_course_stands_on_the_page_of_its_picture(paper):
    printed = read_pdf(render_pdf(*case(), replace(CHOICES, paper=paper)))
    (page,) = (each for each in printed.texts if "Course over time" in each)
    assert "Curve and band: fitted attacks a day" in page


def test_safety_notes_are_not_in_it(text):
    assert "STOP" not in text
    assert "Safety notes" not in text


def test_attacks_prevented_are_those_of_the_analysis():
    diary, analysis = short_case()
    prevented = Prevented(Estimate(334, 158, 771), Estimate(351, 160, 800))
    nothing = Estimate(0.0, 0.0, 0.0)
    answers = Answers(
        Forecast(date(2025, 1, 1), date(2025, 1, 30), nothing, {}),
        {"magnesium_sulfate_iv": prevented},
    )
    found = read_pdf(render_pdf(diary, replace(analysis, answers=answers), CHOICES)).text
    assert "334 attacks (95% interval: 158 to 771) on known days" in found
    assert "351 attacks (95% interval: 160 to 800) on all" in found


@pytest.mark.parametrize("name", extremes())
def test_no_analysis_makes_it_fail(name):
    analysis = extremes()[name]
    assert read_pdf(render_pdf(diary_for(analysis), analysis, CHOICES)).number >= 1
