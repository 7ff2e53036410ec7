import numpy as np
import pytest

from strategies.followed import followed
from surcease.acute.time_to_end import after_one_dose, whatever_followed


def test_without_censoring_it_is_the_share_that_ended():
    times = after_one_dose([followed(each) for each in (10, 20, 30, 40)])
    assert times.minutes.median == 20
    assert times.ended_in[15][0] == pytest.approx(0.25)
    assert times.ended_in[30][0] == pytest.approx(0.75)


def test_a_further_dose_is_censored_as_kaplan_and_meier_do():
    times = after_one_dose([followed(10), followed(15, ended=False), followed(20), followed(40)])
    assert times.ended_in[30][0] == pytest.approx(1 - 3 / 4 * 1 / 2)
    assert (times.intervals, times.ended) == (4, 3)


def test_whatever_followed_goes_on_to_the_end():
    cut_short = [followed(5, ended=False, whole_min=60), followed(20), followed(30)]
    assert after_one_dose(cut_short).minutes.median == 20
    assert whatever_followed(cut_short).minutes.median == 30


def test_where_no_attack_was_seen_to_end_there_is_no_time():
    assert after_one_dose([followed(5, ended=False)]) is None
    assert after_one_dose([]) is None


def test_intervals_narrow_with_more_attacks_and_hold_the_median():
    rng = np.random.default_rng(1)
    few, many = (
        after_one_dose([followed(each) for each in rng.exponential(20, number)]).minutes
        for number in (10, 1000)
    )
    assert many.high - many.low < (few.high or 100) - few.low
    assert many.low < 20 * np.log(2) < many.high
