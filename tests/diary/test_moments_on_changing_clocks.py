from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from strategies.entries import HOME, moment
from surcease.diary import DiaryError, Moment, zone_named


def test_a_repeated_wall_time_is_its_first_occurrence():
    assert moment("2024-10-27T02:30").at == datetime(2024, 10, 27, 0, 30, tzinfo=UTC)


def test_an_offset_tells_the_second_occurrence():
    later = moment("2024-10-27T02:30+01:00")
    assert later.at == datetime(2024, 10, 27, 1, 30, tzinfo=UTC)
    assert later.local.isoformat() == "2024-10-27T02:30:00+01:00"


def test_the_end_of_an_attack_is_in_the_repeated_hour_when_it_cannot_be_before():
    start = moment("2024-10-27T02:50")
    end = Moment.parse("2024-10-27T02:10", HOME, not_before=start.at)
    assert end.at - start.at == timedelta(minutes=20)


@pytest.mark.parametrize("read", ["parse", "of"])
def test_a_skipped_wall_time_moves_forward_by_the_gap(read):
    skipped = datetime(2024, 3, 31, 2, 30)  # noqa: DTZ001
    if read == "parse":
        moved = moment(skipped.isoformat())
    else:
        moved = Moment.of(skipped.replace(tzinfo=zone_named(HOME)), HOME)
    assert moved.local.isoformat() == "2024-03-31T03:30:00+02:00"


def test_a_date_that_never_was_moves_to_the_next():
    assert moment("2011-12-30T12:00", "Pacific/Apia").on == date(2011, 12, 31)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("1930-01-01T00:00:00", "Europe/Amsterdam"),
        ("1930-01-01T23:59:59", "Europe/Amsterdam"),
        ("1971-06-01T00:00:00", "Africa/Monrovia"),
        ("1971-06-01T23:59:59", "Africa/Monrovia"),
    ],
)
def test_zones_once_seconds_from_a_whole_minute_keep_the_wall_clock(text, zone):
    assert moment(text, zone).local.replace(tzinfo=None).isoformat() == text


def test_an_offset_written_with_seconds_is_refused():
    with pytest.raises(DiaryError, match="whole minutes"):
        moment("2024-03-01T08:00+01:00:30")


def test_an_offset_decides_the_civil_day():
    assert moment("2024-03-01T23:30-05:00").on == date(2024, 3, 1)
    assert moment("2024-03-01T23:30-05:00").at.date() == date(2024, 3, 2)


@pytest.mark.parametrize("year", ["0001", "0200", "1899", "2200", "9999"])
@pytest.mark.parametrize("offset", ["", "Z", "+14:00", "-12:00"])
def test_a_year_that_cannot_be_is_refused(year, offset):
    with pytest.raises(DiaryError, match="the year is not between 1900 and 2199"):
        moment(f"{year}-06-01T08:00{offset}")


@pytest.mark.parametrize("text", ["2024-03-01", "20240301", "2024-W10-5", " 2024-03-01 "])
def test_a_date_without_a_time_of_day_is_refused(text):
    with pytest.raises(DiaryError, match="time of day is missing"):
        moment(text)


@pytest.mark.parametrize("text", ["", "yesterday", "2024-02-30T08:00", "2024-03-01T25:00", "\0"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(DiaryError, match="ISO 8601"):
        moment(text)


def test_midnight_is_a_time_of_day():
    assert moment("2024-03-01T00:00").local.hour == 0


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "Europe", "a\0b", "\ud800"])
def test_what_is_no_zone_is_refused(zone):
    with pytest.raises(DiaryError, match="IANA"):
        zone_named(zone)


@pytest.mark.parametrize("zone", ["localtime", "posixrules", "Factory", "right/UTC", "posix/UTC"])
def test_a_zone_that_differs_between_machines_is_refused(zone):
    with pytest.raises(DiaryError, match="time zone of a place"):
        zone_named(zone)


def test_a_moment_of_another_offset_than_the_zone_keeps_it():
    aware = datetime(2024, 3, 1, 8, tzinfo=timezone(timedelta(hours=9)))
    assert Moment.of(aware, HOME).offset_min == 540
    assert Moment.of(aware, HOME).text == "2024-03-01T08:00:00+09:00"


def test_a_moment_without_offset_or_outside_a_day_of_offset_is_refused():
    with pytest.raises(DiaryError, match="aware"):
        Moment.of(datetime(2024, 3, 1), HOME)  # noqa: DTZ001
    with pytest.raises(DiaryError, match="UTC"):
        Moment(datetime(2024, 3, 1), HOME, 0, "x")  # noqa: DTZ001
    with pytest.raises(DiaryError, match="less than a day"):
        Moment(datetime(2024, 3, 1, tzinfo=UTC), HOME, 1440, "x")
