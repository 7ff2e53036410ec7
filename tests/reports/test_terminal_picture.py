from datetime import date, timedelta

import pytest
from tests.reports.reading import terminal_of
from tests.strategies.analyses import published_case, timeline

from surcease.analysis.result import Bout, DoseLane, Timeline
from surcease.reports.periods import periods
from surcease.reports.terminal.axis import axis
from surcease.reports.terminal.bars import bars
from surcease.reports.terminal.columns import Columns
from surcease.reports.terminal.lanes import bouts_lane, dose_lane, unknown_lane

FIRST = date(2024, 1, 1)


def columns(days=28, days_each=7):
    return Columns(FIRST, days, days_each, room=80)


def after(days):
    return FIRST + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "room", "each"),
    [(20, 60, "1 day"), (100, 60, "2 days"), (1096, 59, "3 weeks"), (5844, 59, "15 weeks")],
)
def test_a_column_holds_as_little_time_as_the_width_allows(days, room, each):
    fitted = Columns.fitting(timeline(days), room)
    assert fitted.each == each
    assert fitted.count <= room


def test_the_tallest_bar_fills_every_row_and_the_smallest_still_shows():
    assert bars([8.0, 4.0, 0.1, 0.0], 2) == ["█   ", "██▁ "]


def test_unknown_is_not_drawn_as_none():
    assert bars([1.0, None, 0.0], 1) == ["█░ "]


def test_bars_of_nothing_are_empty():
    assert bars([0.0, 0.0], 1) == ["  "]
    assert bars([None], 2) == [" ", "░"]


def test_unknown_days_have_a_lane():
    attacks = (None,) * 4 + (0,) * 3 + (None,) + (0,) * 6 + (0,) * 7
    nothing = (0.0,) * 21
    cut = periods(Timeline(FIRST, attacks, nothing, nothing, nothing, nothing), 7)
    assert unknown_lane(cut) == "░· "


def test_a_bout_reaches_over_the_columns_it_touches():
    assert bouts_lane([Bout(after(8), after(14), 3)], columns()) == " ━━ "


def test_each_dose_has_a_mark_and_many_are_counted():
    given = (after(0), after(8), after(9), *[after(21)] * 12)
    assert dose_lane(DoseLane("a", "A", "preventive", given), columns()) == "•2 #"


def test_doses_outside_the_days_shown_are_not_drawn():
    assert dose_lane(DoseLane("a", "A", "preventive", (after(-5), after(90))), columns()) == "    "


def test_acute_doses_are_bars():
    given = (*[after(0)] * 8, after(8))
    assert dose_lane(DoseLane("a", "A", "acute", given), columns()) == "█▁  "


def test_a_regimen_is_a_line_with_its_amounts():
    stretches = ((after(0), after(9), 240.0, "mg"), (after(10), after(27), 80.0, "mg"))
    lane = DoseLane("a", "A", "preventive", stretches=stretches)
    assert dose_lane(lane, columns(28, 1)) == "┣240 mg━━━┣80 mg━━━━━━━━━━━━"


def test_the_unit_of_an_amount_is_one_that_people_read():
    lane = DoseLane("a", "A", "preventive", stretches=((after(0), after(27), 5.0, "[IU]"),))
    assert dose_lane(lane, columns(28, 2)) == "┣5 IU━━━━━━━━━"


def test_an_amount_that_does_not_fit_is_left_out_not_cut():
    stretches = ((after(0), after(4), 240.0, "mg"), (after(5), after(27), 360.0, "mg"))
    lane = DoseLane("a", "A", "preventive", stretches=stretches)
    assert dose_lane(lane, columns(28, 2)) == "┣━┣360 mg━━━━━"


@pytest.mark.parametrize("before", [1, 3, 400])
def test_a_regimen_that_ended_before_the_diary_leaves_no_trace(before):
    stretches = ((after(-900), after(-before), 240.0, "mg"),)
    lane = DoseLane("a", "A", "preventive", stretches=stretches)
    assert dose_lane(lane, columns()) == "    "


@pytest.mark.parametrize("days", [1, 20, 95, 400, 1096, 5844, 30000])
@pytest.mark.parametrize("room", [25, 59, 95])
def test_dates_stand_under_their_ticks_without_touching(days, room):
    fitted = Columns.fitting(timeline(days), room)
    line, dates = axis(fitted)
    assert len(line) == fitted.count
    assert len(dates) <= room
    starts = [column for column, letter in enumerate(line) if letter == "┴"]
    assert starts
    assert all(dates[column] != " " for column in starts)
    assert all(dates[column - 1] == " " for column in starts if column)


def test_lanes_are_in_line_with_the_bars():
    lines = [line for line in terminal_of(published_case()).splitlines() if "│" in line]
    assert len({line.index("│") for line in lines}) == 1
