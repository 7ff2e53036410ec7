"""Simulated diaries with infusions given when attacks are many, judged against their truth."""

import numpy as np
import pytest

from oracles.rivals import regression_interval
from surcease.analysis.fitted import fit_diary
from surcease.effects.effect import Verdict
from surcease.effects.treatment_effects import treatment_effects
from surcease.inference.posterior import Method
from surcease.simulation import SCENARIOS, simulate

NUM_DIARIES = 60
PERIOD = 14


def simulated(scenario, seed):
    return simulate(SCENARIOS[scenario], np.random.default_rng(seed))


def infusion_effect(diary):
    fitted = fit_diary(diary, seed=0, method=Method.IMPORTANCE)
    (effect,) = (
        each
        for each in treatment_effects(fitted.arrays, fitted.posterior, fitted.treatments)
        if each.treatment == "magnesium_sulfate_iv"
    )
    return effect


@pytest.fixture(scope="module")
def diaries():
    return [simulated("chronic_by_indication", 1000 + seed) for seed in range(NUM_DIARIES)]


def test_the_interval_of_the_mean_effect_over_two_weeks_holds_the_truth(diaries):
    held = 0
    for each in diaries:
        truth = each.truth.of("magnesium_sulfate_iv").reduction_over[PERIOD]
        interval = infusion_effect(each.diary).reduction_over[PERIOD]
        held += interval.low <= truth <= interval.high
    assert held >= 0.90 * NUM_DIARIES


def test_the_interval_of_a_regression_does_not(diaries):
    held = 0
    for each in diaries:
        truth = each.truth.of("magnesium_sulfate_iv").reduction_over[PERIOD]
        low, high = regression_interval(each.diary, "magnesium_sulfate_iv", PERIOD)
        held += low <= truth <= high
    assert held < 0.40 * NUM_DIARIES


def test_a_treatment_without_effect_is_hardly_ever_called_strong():
    verdicts = [
        infusion_effect(simulated("null_infusion", 2000 + seed).diary).verdict
        for seed in range(NUM_DIARIES)
    ]
    assert verdicts.count(Verdict.STRONG) <= 2
