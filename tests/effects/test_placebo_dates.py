from dataclasses import replace

import numpy as np
import pytest

from strategies.fits import examined, simulated
from surcease.effects.moved_doses import moved_dose
from surcease.effects.placebo_dates import placebo_dates

INFUSION = "magnesium_sulfate_iv"
NUM_SHIFTS = 39
DAYS = 500


def found(diary, num_shifts=NUM_SHIFTS):
    return placebo_dates(np.random.default_rng(1), examined(diary), INFUSION, num_shifts)


@pytest.mark.parametrize("scenario", ["chronic_by_indication", "by_schedule"])
def test_the_dates_of_a_strong_treatment_stand_out(scenario):
    placebo = found(simulated(scenario, 31, days=DAYS).diary)
    assert placebo.share <= 0.05
    assert placebo.reduction > np.quantile(placebo.moved_reduction, 0.95)


@pytest.mark.parametrize("seed", [104, 121])
def test_the_dates_of_a_treatment_without_effect_are_like_any_others(seed):
    assert 0.1 < found(simulated("null_infusion", seed, days=DAYS).diary).share < 0.9


def test_wrong_dates_of_a_strong_treatment_do_not_stand_out():
    diary = simulated("by_schedule", 31, days=DAYS).diary
    wrong = replace(diary, doses=tuple(moved_dose(each, 14) for each in diary.doses))
    assert found(wrong).share > 0.1


def test_the_real_dates_are_counted_among_all_patterns():
    placebo = found(simulated("null_infusion", 104, days=200).diary, num_shifts=20)
    larger = sum(each >= placebo.reduction for each in placebo.moved_reduction)
    assert placebo.share == (1 + larger) / (1 + len(placebo.moved_reduction))
    assert placebo.possible > len(placebo.moved_by_days) == 20
    assert placebo.share_error > 0.0


def test_with_too_few_other_dates_there_is_nothing_to_compare():
    short = simulated("by_schedule", 31, days=25).diary
    assert found(short) is None


def test_a_treatment_without_doses_in_the_model_is_refused():
    case = examined(simulated("three_preventives", 31, days=60).diary)
    with pytest.raises(ValueError, match="verapamil"):
        placebo_dates(np.random.default_rng(1), case, "verapamil")
