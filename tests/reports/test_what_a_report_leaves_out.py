from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from tests.reports.printed_pages import read_pdf
from tests.strategies.entries import moment
from tests.strategies.printed import short_case

from surcease.diary import DiaryError, Symptom
from surcease.reports.choices import Part, Private, Reader, ReportChoices
from surcease.reports.chosen import chosen_analysis
from surcease.reports.pdf import render_pdf

NOTE = "Rain all day, slept badly"
DARK = "I do not want to live like this"


def case_with_notes():
    diary, analysis = short_case()
    first, second, *others = diary.attacks
    attacks = (
        replace(first, notes=NOTE, symptoms=("suicidal thoughts",)),
        replace(second, notes=DARK),
        *others,
    )
    signs = (Symptom(moment("2022-02-01T10:00"), "suicidal thoughts", "all night"),)
    return replace(diary, attacks=attacks, symptoms=signs), analysis


def text_of(case, **choices):
    return read_pdf(render_pdf(*case, ReportChoices(**choices))).text


@cache
def whole_text(reader):
    return text_of(short_case(), reader=reader)


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize(
    "put_in", [frozenset(), frozenset({Private.NOTES}), frozenset({Private.IDEATION})]
)
def test_notes_and_ideation_are_in_only_where_chosen(reader, put_in):
    text = text_of(case_with_notes(), reader=reader, put_in=put_in)
    assert (NOTE in text) == (Private.NOTES in put_in)
    assert (DARK in text) == (Private.IDEATION in put_in)
    assert ("suicidal" in text) == (Private.IDEATION in put_in)


HEADINGS = {
    Part.ACUTE: "Acute treatments",
    Part.SAFETY: "Safety notes",
    Part.LABS: "Test and assay",
    Part.TIMELINE: "Thin upright lines",
    Part.EVIDENCE: "Status for cluster headache",
    Part.ENTRIES: "Days on which nothing written means no attack",
}


def test_every_part_is_there_where_nothing_is_left_out():
    both = whole_text(Reader.DOCTOR) + whole_text(Reader.INSURER)
    assert [each for each in HEADINGS.values() if each not in both] == []


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("reader", Reader)
def test_a_part_that_is_left_out_is_not_there_and_that_is_said(reader, part):
    text = text_of(short_case(), reader=reader, leave_out=frozenset({part}))
    assert HEADINGS[part] not in text
    assert "Left out at the patient's wish:" in text


@pytest.mark.parametrize("reader", Reader)
def test_a_treatment_that_is_left_out_is_named_nowhere(reader):
    text = text_of(
        short_case(),
        reader=reader,
        without_treatments=frozenset({"sumatriptan injection", "botox"}),
    )
    assert "Sumatriptan" not in text
    assert "otulinum" not in text
    assert "Left out at the patient's wish: 2 treatments." in text


def test_a_name_that_is_not_in_the_diary_cannot_be_left_out():
    for name in ("lithium", "Imitrex", "xyz"):  # Imitrex may be any form of sumatriptan
        with pytest.raises(DiaryError, match="cannot be left out"):
            text_of(short_case(), without_treatments=frozenset({name}))


def test_a_reason_does_not_give_away_what_is_left_out():
    _, analysis = short_case()
    first, *others = analysis.treatments
    told = replace(first, because=("moves_with:OnabotulinumtoxinA (Botox)",))
    chosen = chosen_analysis(
        replace(analysis, treatments=(told, *others)),
        ReportChoices(without_treatments=frozenset({"onabotulinumtoxin_a"})),
    )
    assert chosen.treatments[0].because == ("moves_with:another treatment",)


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(DiaryError, match="ends before it starts"):
        ReportChoices(from_on=date(2024, 2, 1), to_on=date(2024, 1, 1))


def test_entries_outside_the_period_are_not_listed():
    days = {"from_on": date(2022, 5, 1), "to_on": date(2022, 6, 30)}
    text = text_of(short_case(), reader=Reader.INSURER, **days)
    assert "May 2022 " in text
    assert "Mar 2022" not in text
    assert "Mar 2022" in whole_text(Reader.INSURER)
