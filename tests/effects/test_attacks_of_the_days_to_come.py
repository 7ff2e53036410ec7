from datetime import date, timedelta

import numpy as np
import pytest

from strategies.entries import diary, dose
from surcease.diary import Day, DayState, Regimen
from surcease.effects.acting_ahead import acting_ahead, next_dose, regimen_ahead
from surcease.effects.arrays import build_arrays
from surcease.effects.contribution import contribution, pulse_exposures
from surcease.effects.forecast import forecast
from surcease.effects.given import given_treatments
from surcease.inference.parameters import LOG_LEAVE, LOG_RETURN, pulse_beta, regimen_beta
from surcease.inference.paths import sample_paths
from surcease.inference.posterior import Posterior

START = date(2024, 1, 1)
KEY = "magnesium_sulfate_iv"
AHEAD = 30


def days(number, attacks=2):
    return [
        Day(START + timedelta(days=each), DayState.ATTACKS, attacks, 0, 1.0)
        for each in range(number)
    ]


def arrays_of(number, doses=(), regimens=()):
    record = diary(doses=tuple(dose(at, KEY) for at in doses), regimens=regimens)
    return build_arrays(days(number), given_treatments(record))


def one_theta(arrays, **changes):
    theta = arrays.problem.prior_mean.copy()
    for index, value in changes.get("values", {}).items():
        theta[index] = value
    return theta[None, :]


def forecast_of(arrays, theta, num_paths=200):
    rng = np.random.default_rng(1)
    posterior = Posterior(theta, np.array([1.0]), "psis", 0.0, 1.0, 0.0, True)
    paths = sample_paths(rng, arrays.problem, theta, posterior.weight, num_paths)
    return forecast(rng, arrays, posterior, paths)


def in_bout_for_good(arrays, beta=-1.0):
    return one_theta(arrays, values={LOG_LEAVE: -15.0, LOG_RETURN: 0.0, pulse_beta(0): beta})


DOSES = ("2024-01-10T09:00", "2024-02-08T11:30")


def test_doses_go_on_fading_as_in_a_longer_diary():
    short, long = arrays_of(45, DOSES), arrays_of(45 + AHEAD, DOSES)
    theta = one_theta(short)
    found = acting_ahead(short, theta, AHEAD)
    expected = contribution(long.problem, theta, 0)[:, 45:]
    np.testing.assert_allclose(found.x, expected, rtol=1e-10)


def test_an_amount_goes_on_as_in_a_longer_diary():
    verapamil = Regimen("verapamil", 480, "mg", date(2024, 2, 1), None)
    short, long = (arrays_of(number, (), (verapamil,)) for number in (45, 45 + AHEAD))
    (regimen,) = short.regimens
    found = regimen_ahead(regimen, short.days[-1].on, AHEAD)
    np.testing.assert_allclose(found, long.regimens[0].exposure[45:], rtol=1e-10)


def test_a_regimen_that_has_ended_goes_on_leaving():
    ended = Regimen("verapamil", 480, "mg", date(2024, 1, 1), date(2024, 2, 10))
    arrays = arrays_of(45, (), (ended,))
    found = regimen_ahead(arrays.regimens[0], arrays.days[-1].on, AHEAD)
    assert 0.0 < found[-1] < found[0] < arrays.regimens[0].exposure[-1]


def test_one_more_dose_acts_like_one_that_was_given():
    short = arrays_of(45, DOSES)
    next_on = (START + timedelta(days=45)).isoformat()
    with_it = arrays_of(45 + AHEAD, (*DOSES, f"{next_on}T11:30"))
    theta = one_theta(short)
    before = acting_ahead(short, theta, AHEAD).exposures[0]
    found = 1 - (1 - before) * (1 - next_dose(short.pulses[0], 0, theta, AHEAD))
    expected = pulse_exposures(with_it.problem.pulses, theta, 0, 45 + AHEAD)[:, 45:]
    np.testing.assert_allclose(found, expected, atol=0.02)


def test_the_days_to_come_follow_the_last_known_one():
    found = forecast_of(arrays := arrays_of(45, DOSES), one_theta(arrays))
    assert found.from_on == date(2024, 2, 15)
    assert (found.to_on - found.from_on).days == AHEAD - 1


def test_a_good_dose_prevents_and_a_bad_one_brings_attacks():
    arrays = arrays_of(45, DOSES)
    good = forecast_of(arrays, in_bout_for_good(arrays))
    bad = forecast_of(arrays, in_bout_for_good(arrays, beta=0.5))
    assert good.with_next_dose[KEY].prevented.low >= 0.0
    assert good.with_next_dose[KEY].attacks.median < 0.8 * good.attacks.median
    assert bad.with_next_dose[KEY].prevented.median < 0.0


def test_a_dose_without_effect_changes_nothing():
    arrays = arrays_of(45, DOSES)
    found = forecast_of(arrays, in_bout_for_good(arrays, beta=0.0))
    assert found.with_next_dose[KEY].attacks == found.attacks
    assert found.with_next_dose[KEY].prevented.high == 0.0


def test_a_bout_that_ends_has_no_attacks_to_come():
    arrays = arrays_of(45, DOSES)
    found = forecast_of(arrays, one_theta(arrays, values={LOG_LEAVE: 5.0, LOG_RETURN: -20.0}))
    assert found.attacks.high <= 1.0


def test_attacks_to_come_are_as_many_as_the_rate_says():
    arrays = arrays_of(60, ("2023-06-01T09:00",))
    found = forecast_of(arrays, in_bout_for_good(arrays, beta=0.0))
    assert found.attacks.median == pytest.approx(60, rel=0.25)
    assert found.attacks.low > 15


def test_a_diary_without_pulses_has_a_forecast_without_a_next_dose():
    verapamil = Regimen("verapamil", 360, "mg", date(2024, 1, 20), None)
    arrays = arrays_of(45, (), (verapamil,))
    theta = one_theta(arrays, values={regimen_beta(0, 0): -0.5})
    assert forecast_of(arrays, theta).with_next_dose == {}
