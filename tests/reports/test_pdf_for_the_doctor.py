from datetime import date
from functools import cache

import pytest
from tests.reports.printed_pages import read_pdf
from tests.strategies.analyses import extremes
from tests.strategies.printed import case, case_with, diary_for, short_case

import surcease
from surcease.reports.choices import Paper, ReportChoices
from surcease.reports.pdf import render_pdf

IN_ORDER = (
    "Period and course",
    "Treatments to prevent attacks",
    "Acute treatments",
    "Safety notes",
    "Laboratory values",
    "Over time",
)


@cache
def pages(paper):
    return read_pdf(render_pdf(*case(), ReportChoices(paper=paper)))


@cache
def pages_of(name):
    analysis = extremes()[name]
    return read_pdf(render_pdf(diary_for(analysis), analysis))


@pytest.fixture(scope="module")
def example(root):
    diary = surcease.read(root / "examples" / "published-case")
    return diary, surcease.analyze(diary)


@pytest.fixture(scope="module")
def printed(example):
    return {each: read_pdf(render_pdf(*example, ReportChoices(paper=each))) for each in Paper}


@pytest.mark.parametrize("paper", Paper)
def test_the_published_case_takes_two_pages(printed, paper):
    assert printed[paper].number <= 2


def test_every_figure_of_an_effect_is_that_of_the_analysis(example, printed):
    text = printed[Paper.A4].text
    for effect in example[1].treatments:
        if effect.reduction is not None:
            assert f"{round(100 * effect.reduction.median)}% fewer" in text


@pytest.mark.parametrize("paper", Paper)
def test_a_practice_like_diary_takes_two_pages(paper):
    assert pages(paper).number <= 2


def test_completeness_comes_first_and_the_timeline_last():
    places = [pages(Paper.A4).text.index(heading) for heading in IN_ORDER]
    assert places == sorted(places)
    assert "days known" in pages(Paper.A4).text[: places[1]]


def test_forty_treatments_take_two_pages_and_all_are_named():
    diary, analysis = case_with([f"Treatment number {n}" for n in range(40)])
    found = read_pdf(render_pdf(diary, analysis))
    assert found.number <= 2
    assert "Not drawn: 30 treatments more." in found.text
    assert all(f"Treatment number {n} " in found.text for n in range(40))


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.LETTER, (216, 279))])
def test_the_paper_is_as_chosen(paper, size):
    assert pages(paper).size_mm == size


def test_it_is_tagged_for_being_read_aloud():
    root = pages(Paper.A4).root
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    names = {tag.name for tag in pages(Paper.A4).tags}
    assert {"Title", "H1", "Table", "TH", "TD", "L", "LI", "Figure"} <= names


def test_the_drawing_has_words_that_stand_for_it():
    (figure,) = [tag for tag in pages(Paper.A4).tags if tag.name == "Figure"]
    assert figure.alternative.startswith("Attacks and doses over time. 1 Jan 2022 to 31 Dec 2024")


@pytest.mark.parametrize("name", extremes())
def test_no_analysis_makes_it_fail(name):
    assert pages_of(name).number >= 1


def test_a_diary_that_tells_nothing_is_said_to():
    assert "No day of this diary is known yet" in pages_of("no days").text


def test_a_shorter_period_counts_its_own_days_and_says_what_estimates_rest_on():
    choices = ReportChoices(from_on=date(2022, 3, 1), to_on=date(2022, 3, 31))
    text = read_pdf(render_pdf(*short_case(), choices)).text
    assert "1 to 31 Mar 2022" in text
    assert "of 31 days known" in text
    assert "The estimates rest on the whole diary, 1 Jan to 19 Jul 2022" in text


def test_a_period_outside_the_diary_is_said_to_be_empty():
    choices = ReportChoices(from_on=date(1999, 1, 1), to_on=date(1999, 1, 31))
    text = read_pdf(render_pdf(*short_case(), choices)).text
    assert "No day of the chosen period is in this diary." in text
