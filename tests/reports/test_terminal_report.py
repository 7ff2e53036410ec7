from dataclasses import replace

import pytest
from tests.reports.reading import ANALYSES, terminal_of
from tests.strategies.analyses import published_case, with_names

from surcease.analysis.result import Verdict

WIDTHS = (40, 60, 80, 120)


@pytest.mark.parametrize("name", ANALYSES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(name, width):
    lines = terminal_of(ANALYSES[name], width).splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("width", [10, 20, 29, 30])
def test_a_terminal_too_narrow_for_the_picture_still_gets_the_words(width):
    shown = terminal_of(published_case(), width)
    assert "strong" in shown
    assert ("│" in shown) == (width >= 30)


@pytest.mark.parametrize("name", ANALYSES)
def test_no_number_is_shown_as_nan(name):
    shown = terminal_of(ANALYSES[name])
    assert "nan" not in shown
    assert "-0%" not in shown


def test_a_row_says_effect_half_due_and_verdict():
    row = next(line for line in terminal_of(published_case()).splitlines() if "61%" in line)
    for part in ("Magnesium sulfate", "61% fewer", "16 days", "3 Jan 2025", "● strong"):
        assert part in row


@pytest.mark.parametrize("width", WIDTHS)
def test_every_width_says_the_same_of_a_treatment(width):
    shown = " ".join(terminal_of(published_case(), width).split())
    for part in ("61% fewer", "38% to 77% fewer", "16 days", "3 Jan 2025", "● strong"):
        assert part in shown


def test_probability_is_in_words_and_digits():
    shown = terminal_of(published_case())
    assert "fewer attacks: very likely (93%)" in shown
    assert "in a bout: almost certain (99%)" in shown


def test_acute_treatments_are_counted():
    shown = terminal_of(published_case())
    assert "Sumatriptan injection     412 doses  2 Jan 2022 to 30 Dec 2024" in shown


def test_no_dates_are_given_where_the_diary_cannot_tell():
    case = published_case()
    magnesium = replace(case.treatments[2], verdict=Verdict.CANNOT_TELL)
    shown = terminal_of(replace(case, treatments=(magnesium,)))
    assert "? cannot tell" in shown
    assert "3 Jan 2025" not in shown


def test_the_clearest_treatment_comes_first():
    shown = terminal_of(published_case())
    assert shown.index("● strong") < shown.index("◐ suggestive") < shown.index("○ unclear")


def test_a_diary_without_days_says_so():
    assert "No day of this diary is known yet" in terminal_of(ANALYSES["no days"])


def test_a_warning_is_said_in_plain_words():
    assert "Please note: the calculation did not settle" in terminal_of(ANALYSES["no days"])


def test_a_name_cannot_steer_the_terminal_or_the_markup():
    shown = terminal_of(with_names(["[red]loud[/red]\x1b[31m"]))
    assert "\x1b" not in shown
    assert "[red]" in shown


@pytest.mark.parametrize("name", ANALYSES)
def test_no_treatment_is_said_to_work_or_to_be_taken(name):
    shown = terminal_of(ANALYSES[name]).lower()
    for word in ("work", "effective ", "should", "recommend"):
        assert word not in shown.replace("effective draws", "")
