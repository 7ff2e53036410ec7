from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from surcease.course.clock import Clock, clock
from surcease.diary.events import Attack, Kind
from surcease.diary.moment import Moment


def attack(text, zone="Europe/Copenhagen", kind=Kind.ATTACK):
    return Attack(Moment.parse(text, zone), kind=kind)


def daily_at(times, days=20):
    return [attack(f"2024-03-{nth + 1:02}T{time}") for nth in range(days) for time in times]


def test_no_attacks_have_no_clock():
    assert clock([]) == Clock((0,) * 24, None, None, None)


def test_one_attack_has_an_hour_but_no_rhythm():
    found = clock([attack("2024-03-01T02:30")])
    assert found.by_hour[2] == sum(found.by_hour) == 1
    assert found.peak_hour == pytest.approx(2.5)
    assert found.mean_hour == pytest.approx(2.5)
    assert found.concentration == pytest.approx(1.0)
    assert found.p_uniform is None


def test_many_attacks_of_one_day_are_no_rhythm():
    assert clock(daily_at(["02:00", "02:10", "02:20"], days=1)).p_uniform is None


def test_attacks_on_five_days_are_enough_to_ask():
    assert clock(daily_at(["02:00"], days=4)).p_uniform is None
    assert clock(daily_at(["02:00"], days=5)).p_uniform < 0.05


def test_onsets_on_both_sides_of_midnight_average_to_midnight_not_noon():
    found = clock(daily_at(["23:00", "01:00"]))
    assert min(found.mean_hour, 24 - found.mean_hour) < 1e-6


def test_the_hour_is_that_of_the_wall_clock_in_summer_and_winter_and_abroad():
    attacks = [
        attack("2024-01-10T02:00"),
        attack("2024-07-10T02:00"),
        attack("2024-07-11T02:00", zone="America/New_York"),
        attack("2024-07-12T02:00-07:00"),
    ]
    assert clock(attacks).by_hour[2] == 4


def test_an_hour_that_the_clocks_repeat_is_counted_each_time():
    late = Attack(Moment.of(datetime(2024, 10, 27, 0, 30, tzinfo=UTC), "UTC"))
    twice = [attack("2024-10-27T02:30+02:00"), attack("2024-10-27T02:30+01:00"), late]
    assert clock(twice).by_hour[2] == 2


def test_shadows_are_left_out():
    found = clock([attack("2024-03-01T02:30", kind=Kind.SHADOW)])
    assert sum(found.by_hour) == 0
    assert found.peak_hour is None


def test_the_peak_is_the_taller_of_two():
    found = clock([*daily_at(["02:00", "14:00"]), *daily_at(["14:20"], days=10)])
    assert found.peak_hour == pytest.approx(14.1, abs=0.15)


def test_of_two_equal_peaks_the_earlier_is_named():
    assert clock(daily_at(["15:00", "03:00"])).peak_hour == pytest.approx(3.0)


def test_times_at_exactly_midnight_are_counted_as_suspect():
    assert clock(daily_at(["00:00", "02:00", "03:00", "04:00"])).midnight_share == 0.25


START = datetime(2020, 1, 1, tzinfo=UTC)
times = st.integers(0, 2_000_000).map(lambda minutes: START + timedelta(minutes=minutes))


@given(st.lists(times, min_size=1, max_size=30))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_mean_and_concentration_agree_with_scipy(onsets):
    found = clock([attack(each.isoformat(), zone="UTC") for each in onsets])
    hours = np.array([each.hour + each.minute / 60 for each in onsets])
    assert sum(found.by_hour) == len(onsets)
    assert 0 <= found.peak_hour < 24
    assert 0 <= found.mean_hour < 24
    assert found.concentration == pytest.approx(1 - stats.circvar(hours, high=24), abs=1e-6)
    if found.concentration > 1e-3:
        turn = (found.mean_hour - stats.circmean(hours, high=24)) / 24
        assert abs(turn - round(turn)) < 1e-6
