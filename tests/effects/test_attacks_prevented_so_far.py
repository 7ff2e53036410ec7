from datetime import date, timedelta

import numpy as np
import pytest

from strategies.entries import diary, dose
from surcease.diary import Day, DayState, Regimen
from surcease.effects.arrays import build_arrays
from surcease.effects.counterfactual import attacks_prevented
from surcease.effects.given import given_treatments
from surcease.inference.parameters import LOG_LEAVE, LOG_PHI, LOG_RETURN, pulse_beta, regimen_beta
from surcease.inference.paths import sample_paths
from surcease.inference.posterior import Posterior

START = date(2024, 1, 1)
NUM_DAYS = 120
INFUSIONS = tuple(
    dose(f"2024-{month:02}-05T10:00", "magnesium_sulfate_iv") for month in range(1, 5)
)
VERAPAMIL = Regimen("verapamil", 360, "mg", date(2024, 2, 1), None)


def day_with(index, attacks):
    on = START + timedelta(days=index)
    if attacks is None:
        return Day(on, DayState.UNKNOWN, None, 0, 1.0)
    return Day(on, DayState.ATTACKS if attacks else DayState.NONE, attacks, 0, 1.0)


def prevented(beta, counts=(2, 3, 1, 2), verapamil_beta=0.0, phi=50.0, always_in_bout=True):
    """Return what an infusion and verapamil prevented under effects that are known exactly."""
    days = [day_with(each, counts[each % len(counts)]) for each in range(NUM_DAYS)]
    treatments = given_treatments(diary(doses=INFUSIONS, regimens=(VERAPAMIL,)))
    arrays = build_arrays(days, treatments)
    theta = arrays.problem.prior_mean.copy()
    theta[pulse_beta(0)], theta[regimen_beta(1, 0)] = beta, verapamil_beta
    theta[LOG_PHI] = np.log(phi)
    if always_in_bout:
        theta[LOG_LEAVE], theta[LOG_RETURN] = -15.0, 0.0
    rng = np.random.default_rng(1)
    posterior = Posterior(theta[None, :], np.array([1.0]), "psis", 0.0, 1.0, 0.0, True)
    paths = sample_paths(rng, arrays.problem, posterior.theta, posterior.weight, 200)
    return attacks_prevented(rng, arrays, posterior, paths)


def infusion(*arguments, **options):
    return prevented(*arguments, **options)["magnesium_sulfate_iv"]


def test_no_effect_has_prevented_nothing():
    found = infusion(0.0)
    assert (found.known_days.low, found.known_days.high) == (0.0, 0.0)


def test_a_good_effect_has_prevented_some_and_a_bad_one_has_brought_some():
    good, bad = infusion(-0.8).known_days, infusion(0.8).known_days
    assert good.low > 0.0
    assert bad.high < 0.0


def test_no_more_attacks_were_brought_than_there_were():
    assert infusion(5.0).known_days.low >= -NUM_DAYS * 2


def test_halving_every_day_has_prevented_as_many_as_there_were():
    found = prevented(0.0, verapamil_beta=np.log(0.5))["verapamil"].known_days
    taken = (date(2024, 4, 30) - VERAPAMIL.from_on).days
    assert found.median == pytest.approx(2 * taken, rel=0.2)


def test_chance_alone_would_leave_a_range():
    found = infusion(-0.8).known_days
    assert found.low < found.median < found.high


def test_on_unknown_days_attacks_were_prevented_as_well():
    found = infusion(-0.8, counts=(2, 3, None, 2))
    assert 0.0 < found.known_days.median < found.all_days.median


def test_without_unknown_days_both_figures_are_one():
    found = infusion(-0.8)
    assert found.known_days == found.all_days


def test_a_day_that_nobody_wrote_down_counts_less_where_bad_days_are_written_down():
    found = infusion(-0.8, counts=(2, None), phi=0.7)
    on_unknown = found.all_days.median - found.known_days.median
    assert on_unknown < 0.8 * found.known_days.median


def test_in_remission_nothing_is_prevented():
    found = infusion(-0.8, counts=(0,), always_in_bout=False)
    assert found.known_days.median == 0.0


def test_more_clumped_attacks_leave_a_wider_range():
    even, clumped = infusion(-0.8).known_days, infusion(-0.8, phi=0.2).known_days
    assert clumped.high - clumped.low > even.high - even.low
