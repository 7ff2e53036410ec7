from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from surcease.diary import Moment
from surcease.simulation.clock import civil_hours


def day_lengths(zone: str, start_on: date, days: int) -> list[float]:
    hours = civil_hours(zone, start_on, days)
    return hours.by_day(hours.lengths).tolist()


def test_a_night_of_clock_change_makes_a_day_of_23_or_25_hours() -> None:
    assert day_lengths("America/New_York", date(2021, 3, 13), 3) == [24, 23, 24]
    assert day_lengths("America/New_York", date(2021, 11, 6), 3) == [24, 25, 24]


def test_a_clock_change_of_half_an_hour_makes_half_an_hour() -> None:
    assert day_lengths("Australia/Lord_Howe", date(2021, 4, 3), 3) == [24, 24.5, 24]


def test_a_day_that_never_was_has_no_hours() -> None:
    assert day_lengths("Pacific/Apia", date(2011, 12, 29), 3) == [24, 0, 24]


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
def test_every_hour_shows_what_the_clock_shows(zone: str) -> None:
    hours = civil_hours(zone, date(2021, 1, 1), 400)
    local = [datetime.fromtimestamp(second, ZoneInfo(zone)) for second in hours.starts.tolist()]
    assert [each.hour for each in local] == hours.local.tolist()
    days = np.repeat(np.arange(400), np.diff(hours.first))
    expected = [date(2021, 1, 1) + timedelta(days=day) for day in days.tolist()]
    assert [each.date() for each in local] == expected


@pytest.mark.parametrize("utc_hour", range(4, 9))
def test_a_moment_reads_back_even_in_the_hour_that_repeats(utc_hour: int) -> None:
    hours = civil_hours("America/New_York", date(2021, 11, 6), 3)
    at = datetime(2021, 11, 7, utc_hour, 30, tzinfo=UTC)
    moment = hours.moment(int(at.timestamp()))
    assert moment.at == at
    assert Moment.parse(moment.text, "America/New_York") == moment


def test_only_the_second_pass_of_an_hour_is_written_with_its_offset() -> None:
    hours = civil_hours("America/New_York", date(2021, 11, 6), 3)
    first = datetime(2021, 11, 7, 5, 30, tzinfo=UTC)
    texts = [hours.moment(int(first.timestamp()) + 3600 * n).text for n in range(2)]
    assert texts == ["2021-11-07T01:30", "2021-11-07T01:30-05:00"]
