"""The simulator must be hard: plain comparisons have to fail on it where doses follow attacks."""

from dataclasses import replace

import numpy as np
import pytest

from surcease.simulation import SCENARIOS, Scenario, Simulated, simulate
from surcease.simulation.recording import Recording

WEEK = 7
FORTNIGHT = 14


def patients(scenario: Scenario, rate_ratio: float) -> list[Simulated]:
    pulses = (replace(scenario.pulses[0], rate_ratio=rate_ratio),)
    counted = replace(scenario, pulses=pulses, recording=Recording(counts_only=True))
    return [simulate(counted, np.random.default_rng(seed)) for seed in range(20)]


def days_given(simulated: Simulated) -> list[int]:
    start_on = simulated.truth.scenario.start_on
    return [(dose.given_at.on - start_on).days for dose in simulated.diary.doses]


def week_after_over_week_before(name: str, rate_ratio: float) -> float:
    before = after = 0
    for simulated in patients(SCENARIOS[name], rate_ratio):
        attacks = simulated.truth.attacks
        for day in days_given(simulated):
            if WEEK <= day < len(attacks) - WEEK:
                before += attacks[day - WEEK : day].sum()
                after += attacks[day + 1 : day + 1 + WEEK].sum()
    return after / before


def days_after_doses_over_other_days(name: str, rate_ratio: float) -> float:
    with_dose, without = [], []
    for simulated in patients(SCENARIOS[name], rate_ratio):
        attacks = simulated.truth.attacks
        follows = np.zeros(len(attacks), dtype=bool)
        for day in days_given(simulated):
            follows[day + 1 : day + 1 + FORTNIGHT] = True
        with_dose.append(attacks[follows])
        without.append(attacks[~follows])
    return float(np.concatenate(with_dose).mean() / np.concatenate(without).mean())


def test_an_infusion_without_effect_looks_helpful_after_the_week_it_was_given_for() -> None:
    assert week_after_over_week_before("chronic_by_indication", 1.0) < 0.96


def test_an_infusion_without_effect_looks_harmful_beside_the_days_without_it() -> None:
    assert days_after_doses_over_other_days("chronic_by_indication", 1.0) > 1.1
    assert days_after_doses_over_other_days("episodic", 1.0) > 5


def test_doses_by_schedule_show_neither() -> None:
    assert week_after_over_week_before("by_schedule", 1.0) == pytest.approx(1, abs=0.03)
    assert days_after_doses_over_other_days("by_schedule", 1.0) == pytest.approx(1, abs=0.05)


def test_an_infusion_that_helps_looks_weak_beside_the_days_without_it() -> None:
    truth = patients(SCENARIOS["chronic_by_indication"], 0.35)[0].truth.treatments[0]
    assert 1 - truth.reduction_over[FORTNIGHT] == pytest.approx(0.40, abs=0.01)
    assert days_after_doses_over_other_days("chronic_by_indication", 0.35) > 0.6
