from dataclasses import replace
from itertools import pairwise

import numpy as np

from surcease.simulation import SCENARIOS, simulate

NULL = replace(SCENARIOS["null_same_day"], days=2000)


def mornings_and_afternoons(scenario, seed):
    """Return the attacks an hour before and after each dose, on its own day."""
    diary = simulate(scenario, np.random.default_rng(seed)).diary
    before = after = hours_before = hours_after = 0.0
    for dose in diary.doses:
        same_day = [each for each in diary.attacks if each.started_at.on == dose.given_at.on]
        hour = dose.given_at.local.hour
        before += sum(each.started_at.at < dose.given_at.at for each in same_day)
        after += sum(each.started_at.at >= dose.given_at.at for each in same_day)
        hours_before += hour
        hours_after += 24 - hour
    return before / hours_before, after / hours_after


def test_the_morning_of_a_dose_has_more_attacks_than_what_follows_it() -> None:
    morning, afternoon = mornings_and_afternoons(NULL, 1)
    assert morning > 2 * afternoon


def test_doses_decided_on_the_days_before_follow_no_such_morning() -> None:
    even = replace(NULL.habits, concentration=0.0)
    before, after = mornings_and_afternoons(replace(NULL, habits=even, decides_at_visit=False), 1)
    assert 0.7 < before / after < 1.4


def test_attacks_do_not_overlap() -> None:
    attacks = simulate(NULL, np.random.default_rng(2)).diary.attacks
    assert all(one.started_at.at < other.started_at.at for one, other in pairwise(attacks))
