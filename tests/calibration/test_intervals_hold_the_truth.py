"""Simulated diaries with infusions given when attacks are many, judged against their truth."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import norm

from surcease.analysis.fitted import fit_diary
from surcease.diary import civil_days
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


def regression_interval(diary):
    """Quasi-Poisson regression of daily counts on 'within 14 days after an infusion'."""
    days = [day for day in civil_days(diary) if day.attacks is not None]
    given = [d.given_at.on for d in diary.doses if d.treatment == "magnesium_sulfate_iv"]
    after = [float(any(0 <= (day.on - on).days < PERIOD for on in given)) for day in days]
    design = sm.add_constant(np.array(after))
    model = sm.GLM([day.attacks for day in days], design, family=sm.families.Poisson())
    fit = model.fit(scale="X2")
    half = norm.ppf(0.975) * fit.bse[1]
    return 1 - np.exp(fit.params[1] + half), 1 - np.exp(fit.params[1] - half)


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
        low, high = regression_interval(each.diary)
        held += low <= truth <= high
    assert held < 0.40 * NUM_DIARIES


def test_a_treatment_without_effect_is_hardly_ever_called_strong():
    verdicts = [
        infusion_effect(simulated("null_infusion", 2000 + seed).diary).verdict
        for seed in range(NUM_DIARIES)
    ]
    assert verdicts.count(Verdict.STRONG) <= 2
