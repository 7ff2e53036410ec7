from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from surcease.simulation import SCENARIOS, Simulated, simulate
from surcease.simulation.recording import Recording
from surcease.simulation.treatments import Pulse

SEEDS = range(30)
SMALL_STEP_MIN = 10


def year_of(name: str, seed: int) -> Simulated:
    scenario = replace(SCENARIOS[name], days=365, recording=Recording(counts_only=True))
    return simulate(scenario, np.random.default_rng(seed))


def surprise(simulated: list[Simulated], factor: float = 1.0) -> float:
    """Attacks beyond expectation, in standard deviations; counts are Poisson given the past."""
    attacks = sum(each.truth.attacks.sum() for each in simulated)
    expected = factor * sum(each.truth.rate.sum() for each in simulated)
    return float((attacks - expected) / np.sqrt(expected))


@pytest.mark.parametrize("name", ["chronic_by_indication", "worse", "three_preventives"])
def test_attacks_are_as_many_as_the_truth_expects(name: str) -> None:
    simulated = [year_of(name, seed) for seed in SEEDS]
    assert abs(surprise(simulated)) < 3
    assert abs(surprise(simulated, factor=1.1)) > 3


def exposure_step_by_step(simulated: Simulated, pulse: Pulse, day: int) -> np.ndarray:
    """1 - prod(1 - g) every ten minutes of a day, straight from the diary's doses."""
    start_on = simulated.truth.scenario.start_on
    given = {
        (dose.given_at.local.replace(tzinfo=None), dose.treatment) for dose in simulated.diary.doses
    }
    spared = np.ones(24 * 60 // SMALL_STEP_MIN)
    minutes = SMALL_STEP_MIN * (np.arange(spared.size) + 0.5)
    for at, treatment in given:
        if treatment == pulse.treatment:
            dose_day = (at.date() - start_on).days
            since = (day - dose_day) + (minutes - 60 * at.hour - at.minute) / 1440
            effect = np.where(since > 0, pulse.wear_off(np.maximum(since, 0)), 0)
            spared *= 1 - effect
    return 1 - spared


def test_the_expected_rate_agrees_with_a_plain_computation_from_the_diary() -> None:
    scenario = replace(SCENARIOS["together"], zone="Etc/UTC", days=200)
    simulated = simulate(scenario, np.random.default_rng(3))
    truth = simulated.truth
    first = simulated.diary.doses[0].given_at.on - scenario.start_on
    angle = 2 * np.pi * (np.arange(24) + 0.5 - scenario.habits.peak_hour) / 24
    density = np.exp(scenario.habits.concentration * np.cos(angle))
    by_step = np.repeat(density / density.mean(), 60 // SMALL_STEP_MIN)
    for day in (first.days - 1, first.days, first.days + 1, 100, 199):
        factor = np.ones_like(by_step)
        for pulse in scenario.pulses:
            factor *= pulse.rate_ratio ** exposure_step_by_step(simulated, pulse, day)
        expected = truth.natural_rate[day] * (by_step * factor).mean()
        assert truth.rate[day] == pytest.approx(expected, rel=0.01)


def test_a_dose_changes_nothing_before_its_time_of_day() -> None:
    simulated = simulate(SCENARIOS["one_dose"], np.random.default_rng(3))
    truth = simulated.truth
    day = (simulated.diary.doses[0].given_at.on - truth.scenario.start_on).days
    ratio = truth.rate / truth.rate_untreated
    assert ratio[:day] == pytest.approx(1)
    assert ratio[day + 1] < ratio[day] < 0.95
    assert ratio[day + 1] == pytest.approx(0.35, abs=0.02)


def test_without_a_treatment_is_what_the_others_leave() -> None:
    truth = simulate(SCENARIOS["three_preventives"], np.random.default_rng(4)).truth
    only_one = simulate(SCENARIOS["chronic_by_indication"], np.random.default_rng(4)).truth
    assert only_one.of("magnesium_sulfate_iv").rate_without == pytest.approx(
        only_one.rate_untreated
    )
    for each in truth.treatments:
        assert (each.rate_without >= truth.rate - 1e-9).all()
        assert (each.rate_without <= truth.rate_untreated + 1e-9).all()
        prevented = (each.rate_without - truth.rate).sum()
        assert each.attacks_prevented == pytest.approx(prevented)


def test_an_infusion_without_effect_prevents_nothing_and_a_bad_one_adds_attacks() -> None:
    rng = np.random.default_rng(5)
    assert simulate(SCENARIOS["null_infusion"], rng).truth.treatments[0].attacks_prevented == 0
    assert simulate(SCENARIOS["worse"], rng).truth.treatments[0].attacks_prevented < -100


def test_a_regimen_taken_for_long_has_its_steady_effect() -> None:
    scenario = replace(SCENARIOS["three_preventives"], pulses=(), days=600)
    truth = simulate(scenario, np.random.default_rng(6)).truth
    ratio = truth.rate / truth.rate_untreated
    steady = truth.of("verapamil").reduction_by_amount
    assert 1 - ratio[129] == pytest.approx(steady[240], abs=1e-6)
    assert 1 - ratio[410] == pytest.approx(steady[360], abs=1e-6)
    after_one_lag = 1 - 0.8 ** ((240 + (1 - np.exp(-1)) * 120) / 360)
    assert 1 - ratio[135] == pytest.approx(after_one_lag, abs=1e-6)


def test_verapamil_before_the_diary_is_in_it() -> None:
    scenario = SCENARIOS["three_preventives"]
    simulated = simulate(scenario, np.random.default_rng(7))
    first, *_, last = simulated.diary.regimens
    assert first.from_on == scenario.start_on - timedelta(days=45)
    assert last.to_on is None
    assert simulated.truth.rate[0] / simulated.truth.rate_untreated[0] < 0.87


def test_treatments_that_go_together_are_given_at_the_same_instants() -> None:
    doses = simulate(SCENARIOS["together"], np.random.default_rng(8)).diary.doses
    at = {
        name: {dose.given_at.at for dose in doses if dose.treatment == name}
        for name in ("magnesium_sulfate_iv", "gon_block")
    }
    assert at["magnesium_sulfate_iv"] == at["gon_block"]
    assert len(at["gon_block"]) > 20
