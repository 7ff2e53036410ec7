"""In a made-up language that writes every letter as another, no English is left on a page."""

import re
from pathlib import Path

import pytest

from strategies.analyses import published_case
from strategies.doctor_diary import for_a_doctor
from strategies.made_up_language import CODE, NAMES, WORD, not_collected, spoken
from surcease.evidence.results import results
from surcease.formulary import treatments
from surcease.reports.evidence_report import evidence_report, study_in_words
from surcease.reports.for_the_doctor import for_the_doctor
from surcease.reports.html import render_html
from surcease.reports.html.shown import show
from surcease.reports.names import known_names
from surcease.reports.svg import svg

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "surcease"
CUT = re.compile(r"(\w+)…")
NOT_TEXT = re.compile(r"<style>.*?</style>|<[^>]*>|&#?\w+;|\w+\.(?:csv|toml)", re.DOTALL)


@pytest.fixture
def made_up():
    with spoken() as catalogue:
        yield catalogue


def page():
    analysis = published_case()
    return render_html(analysis, doctor=for_the_doctor(for_a_doctor(), analysis))


def words_of_sources():
    """Names of studies, and keys and addresses of what was read."""
    texts = [(SOURCE / "formulary" / "data" / "sources.toml").read_text("utf-8")]
    texts += [study_in_words(each) for each in results().values()]
    return {word for text in texts for word in WORD.findall(text)}


def words_of_the_diary():
    analysis = published_case()
    attacks = analysis.details.attacks
    names = [*attacks.by_type, *attacks.by_intensity, *attacks.by_side]
    names += analysis.details.unrecognised
    treatments = (*analysis.treatments, *analysis.details.lanes)
    names += {each.name for each in treatments} - known_names()
    return {word for name in names for word in WORD.findall(name)}


def english_in(text):
    return set(WORD.findall(text)) - words_of_sources() - words_of_the_diary()


def names_cut_short(text):
    """What a narrow drawing leaves of the names that the diary itself gives."""
    names = words_of_the_diary()
    return {word for word in CUT.findall(text) if any(name.startswith(word) for name in names)}


def test_no_english_is_left_on_the_page(made_up):
    text = NOT_TEXT.sub(" ", page())
    assert english_in(text) - NAMES - names_cut_short(text) == set()


def test_no_english_is_left_in_what_is_read_off_a_chart(made_up):
    for figure in show(published_case()).figures:
        read_off = [point.says for point in figure.reading.points] if figure.reading else []
        said = (figure.title, figure.description, figure.key, *figure.numbers.headings, *read_off)
        assert english_in(" ".join(said)) == set()


@pytest.mark.parametrize("days", [5, 20, 45, 400, 1096])
def test_no_english_is_left_along_an_axis_of_time(made_up, days):
    (timeline,) = (each for each in show(published_case(days)).figures if each.name == "timeline")
    drawn = NOT_TEXT.sub(" ", svg(timeline))
    assert re.search(r"жжж|2022", drawn)
    assert english_in(drawn) == set()
    assert not re.search(r"\d [AP]M", drawn)


def test_dates_along_an_axis_are_in_english_without_a_catalogue():
    (timeline,) = (each for each in show(published_case(400)).figures if each.name == "timeline")
    assert {"February", "December"} <= english_in(NOT_TEXT.sub(" ", svg(timeline)))


def test_a_saved_report_says_its_language():
    assert '<html lang="en">' in page()
    with spoken():
        assert f'<html lang="{CODE}">' in page()


@pytest.mark.parametrize("treatment", treatments().values(), ids=lambda each: each.key)
def test_no_english_is_left_in_what_is_published_of_a_treatment(made_up, treatment):
    found = evidence_report(treatment)
    tables = (found.statuses, found.guidelines, found.results, found.pooled)
    cells = (text for table in tables for row in table.rows for cell in row for text in cell)
    assert english_in(" ".join((found.name, found.strength, *cells))) == set()
    assert not_collected(made_up.asked) == set()


def test_english_would_be_found(made_up):
    assert "Attacks" in english_in("Attacks")


def test_all_of_it_is_collected_for_a_translation(made_up):
    page()
    assert not_collected(each for each in made_up.asked if english_in(each)) == set()
