from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.exchange.date_order import AmbiguousDates, order_of
from surcease.exchange.dates import DateOrder
from surcease.exchange.when import parse_when

WRITTEN = {DateOrder.DMY: "{0:%d/%m/%Y}", DateOrder.MDY: "{0:%m/%d/%Y}"}


@settings(derandomize=True, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.sampled_from(list(WRITTEN)),
    st.booleans(),
)
def test_a_month_of_days_in_a_row_tells_its_order(first, order, newest_first):
    days = sorted((first + timedelta(n) for n in range(31)), reverse=newest_first)
    column = [WRITTEN[order].format(day) for day in days]
    assert [parse_when(cell, order_of(column)).on for cell in column] == days


def test_a_day_above_12_decides_for_the_whole_column():
    assert order_of(["04/03/2019", "13/03/2019"]) is DateOrder.DMY
    assert order_of(["04/03/2019", "03/13/2019"]) is DateOrder.MDY


def test_dates_with_a_name_of_the_month_decide_by_their_sequence():
    column = ["2019-03-04", "04/03/2019", "4. March 2019", "Mar 4, 2019", 43528]
    assert order_of(column) is DateOrder.DMY


def test_a_sequence_decides_where_no_day_is_above_12():
    assert order_of(["04/03/2019", "05/03/2019", "03/04/2019"]) is DateOrder.DMY


def test_a_column_that_nobody_can_tell_is_asked_about():
    with pytest.raises(AmbiguousDates, match="--date-order dmy or --date-order mdy"):
        order_of(["04/03/2019", "05/03/2019"])


def test_years_written_first_with_two_digits_are_told_by_their_sequence():
    assert order_of(["19/12/30", "19/12/31", "20/01/01"]) is DateOrder.YMD


def test_two_digit_years_stand_last_where_nothing_says_otherwise():
    assert order_of(["13/04/19", "14/04/19"]) is DateOrder.DMY


def test_a_column_that_mixes_orders_has_none():
    assert order_of(["13/04/2019", "04/13/2019", "04/05/2019"]) is None


def test_one_slip_in_a_long_column_does_not_undo_its_order():
    column = [f"{day:02}/03/2019" for day in range(1, 29)] * 2 + ["03/29/2019"]
    assert order_of(column) is DateOrder.DMY


def test_dates_that_need_no_order_have_none():
    assert order_of(["2019-03-04", "4. March 2019", "04/04/2019", "a note", ""]) is None
