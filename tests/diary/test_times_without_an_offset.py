from datetime import timedelta

import pytest

from strategies.entries import diary, journey, moment, read
from surcease.diary import Attack
from surcease.diary.folder.codec import encode_diary

TOKYO = '[[journeys]]\nfrom = 2024-05-02\nto = 2024-05-04\nzone = "Asia/Tokyo"\n'


def attacks(*rows, settings=TOKYO, header="started_at,ended_at"):
    return read(settings, "America/New_York", attacks="\n".join([header, *rows])).attacks


def test_the_zone_of_the_diary_applies_at_home_and_that_of_a_journey_on_its_days():
    read_attacks = attacks(*(f"2024-05-0{day}T12:00," for day in range(1, 6)))
    home, tokyo = ("America/New_York", -240), ("Asia/Tokyo", 540)
    zones = [(each.started_at.zone, each.started_at.offset_min) for each in read_attacks]
    assert zones == [home, tokyo, tokyo, tokyo, home]


def test_an_offset_beats_the_zone_but_the_place_stays():
    (one,) = attacks("2024-05-02T12:00+01:00,")
    assert (one.started_at.zone, one.started_at.offset_min) == ("Asia/Tokyo", 60)


def test_an_attack_into_the_first_night_of_a_journey_ends_on_the_clock_it_started_on():
    (one,) = attacks("2024-05-01T23:30,2024-05-02T00:30")
    assert one.duration_min == 60
    assert one.ended_at.zone == "America/New_York"


def test_an_attack_over_the_repeated_hour_lasts_its_real_time():
    first, second = attacks(
        "2024-11-03T01:50,2024-11-03T01:10", "2024-11-03T00:30,2024-11-03T03:30"
    )
    assert (first.duration_min, second.duration_min) == (20, 240)


def test_an_attack_over_the_skipped_hour_lasts_its_real_time():
    (one,) = attacks("2024-03-10T01:50,2024-03-10T03:10")
    assert one.duration_min == 20


def test_a_zone_that_no_journey_tells_has_its_own_column():
    header = "started_at,started_at_zone,ended_at"
    (one,) = attacks("2024-06-01T12:00,Europe/Paris,2024-06-01T13:00", header=header)
    assert one.started_at.zone == one.ended_at.zone == "Europe/Paris"
    assert one.started_at.offset_min == 120


@pytest.mark.parametrize(
    "text", ["2024-05-02T12:00", "2024-05-02T12:00:00.123456+09:00", "20240502T12"]
)
def test_a_time_is_written_as_it_was_entered(text):
    start = moment(text, "Asia/Tokyo")
    record = diary(Attack(start), journeys=(journey("2024-05-02", "2024-05-02", "Asia/Tokyo"),))
    assert encode_diary(record)["attacks.csv"].decode().splitlines()[1] == f"{text},,,attack,,,"


def test_the_end_may_be_on_another_clock_than_the_start():
    start = moment("2024-05-02T12:00", "Asia/Tokyo")
    end = moment("2024-05-02T05:30", "Europe/Copenhagen")
    record = diary(Attack(start, end))
    assert end.at - start.at == timedelta(minutes=30)
    row = encode_diary(record)["attacks.csv"].decode().splitlines()[1]
    assert row == ("2024-05-02T12:00,2024-05-02T05:30,,attack,,,,Europe/Copenhagen,Asia/Tokyo")
