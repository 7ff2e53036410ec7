from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.diaries import zones
from strategies.entries import HOME, diary, journey, span
from surcease.diary import Journey, Span, civil_days


def hours(zone, from_on, to_on, *journeys):
    days = civil_days(diary(zone=zone, coverage=(span(from_on, to_on),), journeys=journeys))
    return [round(day.exposure_days * 24, 6) for day in days]


@pytest.mark.parametrize(
    ("zone", "on", "length"),
    [
        (HOME, "2024-03-30", 24),
        (HOME, "2024-03-31", 23),
        (HOME, "2024-10-27", 25),
        ("America/Sao_Paulo", "2018-11-04", 23),  # midnight itself is skipped
        ("America/Sao_Paulo", "2018-02-17", 25),  # the hour before midnight comes twice
        ("Australia/Lord_Howe", "2024-04-07", 24.5),
        ("Pacific/Apia", "2011-12-29", 24),
        ("Asia/Kolkata", "2024-03-31", 24),
    ],
)
def test_a_civil_day_is_as_long_as_the_clock_makes_it(zone, on, length):
    assert hours(zone, on, on) == [length]


def test_a_date_that_a_country_left_out_counts_one_hour():
    assert hours("Pacific/Apia", "2011-12-29", "2011-12-31") == [24, 1, 24]


def test_the_eve_of_a_journey_is_longer_or_shorter_by_the_zones_between():
    there = journey("2024-05-10", "2024-05-20", "Asia/Tokyo")
    lengths = hours("America/New_York", "2024-05-08", "2024-05-21", there)
    assert lengths == [24, 11, *[24] * 10, 37, 24]


def test_westward_over_the_date_line_a_day_is_nearly_two():
    there = journey("2024-05-10", "2024-05-12", "Pacific/Honolulu")
    assert hours("Pacific/Auckland", "2024-05-09", "2024-05-13", there) == [46, 24, 24, 2, 24]


def test_a_day_that_the_date_line_swallows_counts_one_hour():
    there = journey("2024-05-10", "2024-05-10", "Pacific/Kiritimati")
    assert hours("Etc/GMT+12", "2024-05-09", "2024-05-10", there) == [1, 50]


def test_on_a_day_of_two_journeys_the_later_listed_holds():
    tokyo = journey("2024-05-10", "2024-05-15", "Asia/Tokyo")
    seoul_time = journey("2024-05-12", "2024-05-12", "Asia/Kolkata")
    lengths = hours("Asia/Tokyo", "2024-05-11", "2024-05-12", tokyo, seoul_time)
    assert lengths == [27.5, 20.5]


journeys = st.builds(
    lambda start, length, zone: Journey(
        Span(date(2024, 1, 1) + timedelta(start), date(2024, 1, 1) + timedelta(start + length)),
        zone,
    ),
    st.integers(-20, 400),
    st.integers(0, 60),
    zones,
)


@settings(derandomize=True, deadline=None)
@given(zones, st.lists(journeys, max_size=4))
def test_days_are_contiguous_and_never_without_length(zone, some):
    year = Span(date(2024, 1, 1), date(2024, 12, 31))
    days = civil_days(diary(zone=zone, coverage=(year,), journeys=tuple(some)))
    assert len(days) == 366
    assert all(after.on - before.on == timedelta(days=1) for before, after in pairwise(days))
    assert all(0 < day.exposure_days < 3 for day in days)


@settings(derandomize=True, deadline=None)
@given(zones, st.lists(journeys, max_size=4))
def test_the_zone_of_a_day_is_the_one_its_midnight_is_taken_from(zone, some):
    year = Span(date(2024, 1, 1), date(2024, 12, 31))
    told = diary(zone=zone, coverage=(year,), journeys=tuple(some))
    alone = [
        civil_days(diary(zone=told.zone_on(day.on)), day.on, day.on)[0].exposure_days
        for day in civil_days(told)
        if told.zone_on(day.on) == told.zone_on(day.on + timedelta(days=1))
    ]
    expected = [
        day.exposure_days
        for day in civil_days(told)
        if told.zone_on(day.on) == told.zone_on(day.on + timedelta(days=1))
    ]
    assert alone == expected
