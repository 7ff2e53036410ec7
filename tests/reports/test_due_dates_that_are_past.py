"""A date that passed before the diary ends is not told as if it were to come."""

from dataclasses import replace
from datetime import date

import pytest
from tests.reports.reading import terminal_of
from tests.strategies.analyses import published_case

from surcease.analysis.result import Verdict
from surcease.reports.html import render_html

TO_COME = date(2025, 1, 10)
PAST = date(2024, 11, 20)
IN_TERMINAL = "no dose is in the diary since the next one was due"
IN_HTML = "no dose is in the diary since"


def due_by(day, verdict=Verdict.STRONG):
    """Return an analysis, to the end of 2024, of a dose whose effect has halved by a day."""
    case = published_case()
    magnesium = case.treatments[2]
    due = replace(magnesium.next_due, low=day, median=day, high=day)
    return replace(case, treatments=(replace(magnesium, next_due=due, verdict=verdict),))


@pytest.mark.parametrize(("day", "said"), [(PAST, True), (TO_COME, False)])
def test_a_due_date_before_the_end_of_the_diary_is_said_to_be_past(day, said):
    analysis = due_by(day)
    assert (IN_TERMINAL in terminal_of(analysis, 120)) is said
    assert (IN_HTML in render_html(analysis)) is said


def test_it_is_not_said_where_no_date_is():
    analysis = due_by(PAST, Verdict.CANNOT_TELL)
    assert IN_TERMINAL not in terminal_of(analysis, 120)
    assert IN_HTML not in render_html(analysis)
