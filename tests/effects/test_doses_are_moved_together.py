from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.entries import diary, dose
from surcease.effects.given import given_treatments
from surcease.effects.moved_doses import days_to_nearest, moved_around, possible_shifts

FIRST = date(2024, 1, 1)
NUM_DAYS = 120


def infusions(*texts):
    record = diary(doses=tuple(dose(text, "magnesium_sulfate_iv") for text in texts))
    return given_treatments(record)[0]


def days_and_hours(given):
    return [((each.given_at.on - FIRST).days, each.given_at.local.hour) for each in given.doses]


def test_doses_keep_their_spacing_and_their_time_of_day():
    moved = moved_around(infusions("2024-01-11T09:00", "2024-02-10T16:00"), 7, FIRST, NUM_DAYS)
    assert days_and_hours(moved) == [(17, 9), (47, 16)]


def test_a_clock_change_between_them_changes_no_time_of_day():
    moved = moved_around(infusions("2024-03-20T09:00"), 20, FIRST, NUM_DAYS)
    assert days_and_hours(moved) == [(99, 9)]


def test_doses_that_leave_the_diary_at_its_end_come_in_at_its_start():
    moved = moved_around(infusions("2024-01-11T09:00", "2024-04-20T16:00"), 20, FIRST, NUM_DAYS)
    assert days_and_hours(moved) == [(10, 16), (30, 9)]


def test_doses_outside_of_the_diary_are_left_out():
    moved = moved_around(infusions("2023-12-30T09:00", "2024-06-20T16:00"), 5, FIRST, NUM_DAYS)
    assert moved.doses == ()


def test_sites_of_one_session_stay_one_session():
    sites = tuple(dose("2024-01-11T09:00", "Botox", site=site) for site in ("left", "right"))
    moved = moved_around(given_treatments(diary(doses=sites))[0], 100, FIRST, NUM_DAYS)
    assert len({each.given_at.at for each in moved.doses}) == 1
    assert len(moved.doses) == 2


def test_an_even_schedule_is_never_moved_onto_itself():
    every_four_weeks = np.arange(0, 336, 28)
    shifts = possible_shifts(every_four_weeks, np.ones(336, dtype=np.bool_), 28.0)
    assert set(shifts % 28) == set(range(7, 22))


def test_doses_are_not_moved_into_a_remission():
    in_bout = np.zeros(400, dtype=np.bool_)
    in_bout[:60] = in_bout[300:360] = True
    shifts = possible_shifts(np.array([10, 30, 50]), in_bout, 20.0)
    assert shifts.size > 0
    assert all(in_bout[(np.array([10, 30, 50]) + each) % 400].sum() >= 2 for each in shifts)


@given(st.sets(st.integers(0, 99), min_size=1, max_size=6), st.integers(0, 99))
@settings(derandomize=True, deadline=None)
def test_the_nearest_dose_is_looked_for_both_ways_round(days, day):
    far = days_to_nearest(np.array(sorted(days)), 100)[day]
    assert {(day + far) % 100, (day - far) % 100} & days
    assert far <= 50


@pytest.mark.parametrize("interval", [0.5, 60.0])
def test_a_single_dose_can_be_moved_to_any_day_far_enough(interval):
    shifts = possible_shifts(np.array([40]), np.ones(100, dtype=np.bool_), interval)
    assert shifts.min() == max(1, interval / 4)
    assert shifts.max() == 100 - max(1, interval / 4)
