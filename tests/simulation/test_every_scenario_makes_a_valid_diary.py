import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.diary import Dose, Regimen, civil_days, read_diary, write_diary
from surcease.simulation import SCENARIOS, Scenario, Simulated, simulate
from surcease.simulation.treatments import Pulse

ZONES = ["America/New_York", "Europe/Copenhagen", "Asia/Kolkata", "Australia/Lord_Howe"]


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    return replace(
        SCENARIOS[draw(st.sampled_from(sorted(SCENARIOS)))],
        days=draw(st.integers(1, 500)),
        start_on=draw(st.dates(date(1995, 1, 1), date(2035, 1, 1))),
        zone=draw(st.sampled_from(ZONES)),
    )


def sessions_of(simulated: Simulated, pulse: Pulse) -> list[list[Dose]]:
    doses = [dose for dose in simulated.diary.doses if dose.treatment == pulse.treatment]
    size = len(pulse.sites)
    return [doses[first : first + size] for first in range(0, len(doses), size)]


@given(scenario=scenarios(), seed=st.integers(0, 2**32))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_what_is_written_is_what_happened(scenario: Scenario, seed: int) -> None:
    diary, truth = simulate(scenario, np.random.default_rng(seed))
    for day in civil_days(diary):
        if day.attacks is not None and day.on >= scenario.start_on:
            assert day.attacks == truth.attacks[(day.on - scenario.start_on).days]


@given(scenario=scenarios(), seed=st.integers(0, 2**32))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_doses_and_amounts_are_in_range(scenario: Scenario, seed: int) -> None:
    simulated = simulate(scenario, np.random.default_rng(seed))
    for pulse in scenario.pulses:
        for session in sessions_of(simulated, pulse):
            assert [dose.site for dose in session] == list(pulse.sites)
            assert len({dose.given_at for dose in session}) == 1
            assert sum(dose.amount or 0 for dose in session) == pytest.approx(pulse.amount)
            assert 8 <= session[0].given_at.local.hour <= 17
    assert all(is_plausible(regimen) for regimen in simulated.diary.regimens)


def is_plausible(regimen: Regimen) -> bool:
    return regimen.amount_per_day in {120, 240, 360, 480}


@given(scenario=scenarios(), seed=st.integers(0, 2**32))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_the_truth_is_finite_and_one_number_a_day(scenario: Scenario, seed: int) -> None:
    truth = simulate(scenario, np.random.default_rng(seed)).truth
    by_day = [truth.attacks, truth.in_bout, truth.natural_rate, truth.rate, truth.rate_untreated]
    for each in [*by_day, *(treatment.rate_without for treatment in truth.treatments)]:
        assert each.shape == (scenario.days,)
        assert np.isfinite(each).all()
        assert (each >= 0).all()
    for treatment in truth.treatments:
        assert math.isfinite(treatment.attacks_prevented)
        assert treatment.reduction == pytest.approx(1 - treatment.rate_ratio)


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_a_diary_reads_back_as_it_was_simulated(name: str, tmp_path: Path) -> None:
    diary = simulate(replace(SCENARIOS[name], days=120), np.random.default_rng(1)).diary
    write_diary(diary, tmp_path / "diary")
    assert read_diary(tmp_path / "diary") == diary


@pytest.mark.parametrize("start_on", [date(2011, 12, 29), date(2011, 12, 30)])
def test_a_day_that_never_was_has_no_attacks(start_on: date) -> None:
    scenario = replace(SCENARIOS["by_schedule"], zone="Pacific/Apia", start_on=start_on, days=60)
    truth = simulate(scenario, np.random.default_rng(1)).truth
    assert truth.rate[(date(2011, 12, 30) - start_on).days] == 0


def test_a_scenario_of_no_days_or_with_a_treatment_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        replace(SCENARIOS["episodic"], days=0)
    pulse = SCENARIOS["episodic"].pulses[0]
    with pytest.raises(ValueError, match="once"):
        replace(SCENARIOS["episodic"], pulses=(pulse, pulse))
    with pytest.raises(ValueError, match="positive"):
        replace(pulse, rate_ratio=0)
