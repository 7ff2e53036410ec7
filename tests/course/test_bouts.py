from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings

from strategies.courses import course_of, course_texts, days_of
from surcease.course.bouts import Bout, find_bouts


def lengths(text):
    return [bout.days for bout in course_of(text)[2]]


def test_a_bout_runs_from_its_first_attack_to_its_last():
    bouts = course_of("40 none, 30 bout, 100 none")[2]
    assert bouts == (Bout(date(2020, 2, 10), date(2020, 3, 10), 30),)


def test_days_beside_the_attacks_are_trimmed_however_likely():
    assert lengths("5 pause, 20 bout, 9 pause, 4 unsure, 50 none") == [20]


def test_a_bout_without_a_recorded_attack_is_no_bout():
    assert lengths("30 unsure, 30 pause") == []


def test_a_posterior_that_flickers_for_a_day_does_not_split_a_bout():
    assert lengths("10 bout, 1 none, 10 bout") == [21]


def test_a_pause_of_six_days_is_part_of_the_bout_and_one_of_seven_is_not():
    assert lengths("10 bout, 6 none, 10 bout") == [26]
    assert lengths("10 bout, 7 none, 10 bout") == [10, 10]


def test_a_long_pause_that_the_posterior_sees_as_one_bout_is_one_bout():
    assert lengths("10 bout, 20 pause, 10 bout") == [40]


def test_stray_attacks_are_no_bout():
    assert lengths("50 none, 1 stray, 50 none") == []


def test_attacks_are_counted_not_days_with_attacks():
    days = days_of([3, 0, None, 5])
    assert find_bouts(days, np.full(4, 0.9))[0].attacks == 8


def test_one_half_is_enough():
    assert len(find_bouts(days_of([1]), np.array([0.5]))) == 1
    assert find_bouts(days_of([1]), np.array([0.499])) == ()


def test_no_days_have_no_bouts():
    assert find_bouts((), np.zeros(0)) == ()


@pytest.mark.parametrize("in_bout", [[0.5], [0.5, np.nan], [0.5, 1.1], [[0.5, 0.5]]])
def test_what_is_no_probability_per_day_is_refused(in_bout):
    with pytest.raises(ValueError, match="in_bout"):
        find_bouts(days_of([1, 0]), np.array(in_bout))


@given(course_texts())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_bouts_are_in_order_apart_and_hold_attacks_at_both_ends(text):
    days, _, bouts = course_of(text) if text else ((), None, ())
    attacked = {each.on for each in days if each.attacks}
    assert all({bout.from_on, bout.to_on} <= attacked for bout in bouts)
    ends = [end for bout in bouts for end in (bout.from_on, bout.to_on)]
    assert ends == sorted(ends)
