from io import StringIO

import pytest
from rich.console import Console
from tests.strategies.schedules import named, not_a_number, told, untold, without_days

from surcease.reports.schedule_sentences import spread
from surcease.reports.terminal.schedule import MOST_ROWS, render_schedule

WIDTHS = (40, 60, 80, 120)
SCHEDULES = {
    "told": told(),
    "one interval": told(28, 28),
    "untold": untold(),
    "no days": without_days(),
    "not a number": not_a_number(),
    "long name": named("Magnesium " * 40),
}


def printed(analysis, width=80):
    console = Console(file=StringIO(), width=width)
    with console.capture() as capture:
        render_schedule(analysis, console)
    return capture.get()


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(name, width):
    assert max(map(len, printed(SCHEDULES[name], width).splitlines())) <= width


@pytest.mark.parametrize("name", SCHEDULES)
def test_no_number_is_shown_as_nan_and_nothing_is_advised(name):
    shown = " ".join(printed(SCHEDULES[name]).split())
    assert "nan" not in shown
    assert "it is not advice" in shown
    assert "it recommends no interval" in shown


def test_a_row_says_the_interval_the_attacks_and_how_many_fewer():
    row = next(line for line in printed(told(28, 30)).splitlines() if line.startswith("28 days"))
    assert " ".join(row.split()) == "28 days 28 (24 to 34) 30% fewer (20% to 40% fewer)"


def test_a_long_range_is_shown_in_a_few_rows_with_both_ends():
    rows = [line for line in printed(told()).splitlines() if " fewer (" in line]
    assert len(rows) == MOST_ROWS
    assert (rows[0][:9], rows[-1][:9]) == ("14 days ~", "60 days ~")


def test_a_mark_is_explained_where_it_is_used():
    assert "Shorter or longer than the diary has seen" in printed(told())
    assert "Shorter or longer" not in printed(told(22, 30))


def test_where_the_diary_cannot_tell_there_is_no_row():
    shown = printed(untold())
    assert "? cannot tell, because the diary adds hardly anything" in " ".join(shown.split())
    assert "fewer" not in shown


def test_points_are_spread_evenly_with_both_ends():
    points = told(1, 100).schedule.by_interval
    few = [each.every_days for each in spread(points, 4)]
    assert few == [1, 34, 67, 100]
    assert spread(points[:3], 4) == list(points[:3])
