from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.diary import DiaryError
from surcease.exchange.durations import duration_of
from surcease.exchange.times import parse_time


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("08:30", time(8, 30)),
        ("8.30", time(8, 30)),
        ("8h30", time(8, 30)),
        ("0830", time(8, 30)),
        ("830", time(8, 30)),
        ("8:30 PM", time(20, 30)),
        ("8pm", time(20)),
        ("12 a.m.", time(0)),
        ("12pm", time(12)),
        ("13:30 pm", time(13, 30)),
        (0.354166666, time(8, 30)),
        (time(8, 30), time(8, 30)),
        (timedelta(hours=8, minutes=30), time(8, 30)),
        (datetime(1899, 12, 31, 8, 30), time(8, 30)),  # noqa: DTZ001  a cell has no zone
    ],
)
def test_a_time_of_day_is_read(cell, expected):
    assert parse_time(cell) == expected


@pytest.mark.parametrize(
    "text", ["", "8", "24:00", "13:30 am", "25 pm", "8:61", "noon", "08:30 or so"]
)
def test_what_is_no_time_of_day_is_not_made_one(text):
    with pytest.raises(DiaryError, match="not a time of day"):
        parse_time(text)


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("80", 80),
        (80.0, 80),
        ("80 min", 80),
        ("1h 20m", 80),
        ("1h20", 80),
        ("1d 02h 15m", 26 * 60 + 15),
        ("01h 00m", 60),
        ("01:20", 80),
        ("01:20:30", 80.5),
        ("1,5 timer", 90),
        ("1.5 hours", 90),
        ("2 hrs, 5 mins", 125),
        ("30 Sekunden", 0.5),
        (time(1, 20), 80),
        (timedelta(minutes=80), 80),
        (datetime(1899, 12, 30, 1, 20), 80),  # noqa: DTZ001  a cell has no zone
    ],
)
def test_a_duration_is_read(cell, minutes):
    assert duration_of(cell) == timedelta(minutes=minutes)


def test_a_plain_number_counts_the_unit_of_its_column():
    assert duration_of("1,5", "h") == timedelta(minutes=90)


@pytest.mark.parametrize(
    "text", ["", "long", "1 banana", "-5", "1e9", "9999999999", "1h and a bit"]
)
def test_what_is_no_duration_is_not_made_one(text):
    with pytest.raises(DiaryError):
        duration_of(text)


@settings(derandomize=True, deadline=None)
@given(st.integers(0, 30), st.integers(0, 23), st.integers(0, 59))
def test_days_hours_and_minutes_add_up(days, hours, minutes):
    expected = timedelta(days=days, hours=hours, minutes=minutes)
    assert duration_of(f"{days}d {hours:02}h {minutes:02}m") == expected
    assert duration_of(f"{days * 24 + hours}:{minutes:02}") == expected
