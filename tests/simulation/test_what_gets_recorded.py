from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from surcease.diary import DayState, civil_days
from surcease.simulation import SCENARIOS, Scenario, Simulated, simulate
from surcease.simulation.recording import Recording

PATIENT = replace(SCENARIOS["chronic_by_indication"], days=1500)


def recorded(**recording: float | bool) -> Simulated:
    scenario = replace(PATIENT, recording=Recording(**recording))  # type: ignore[arg-type]
    return simulate(scenario, np.random.default_rng(5))


def share_unknown(simulated: Simulated, quiet: bool) -> float:
    days = civil_days(simulated.diary)
    unknown = np.array([day.state is DayState.UNKNOWN for day in days])
    return float(unknown[(simulated.truth.attacks == 0) == quiet].mean())


def test_a_complete_diary_tells_every_day_as_it_was() -> None:
    simulated = recorded()
    days = civil_days(simulated.diary)
    assert [day.attacks for day in days] == simulated.truth.attacks.tolist()


@pytest.mark.parametrize("share", [0.2, 0.5])
def test_quiet_days_go_unwritten_as_often_as_asked(share: float) -> None:
    simulated = recorded(quiet_days_unwritten=share)
    assert share_unknown(simulated, quiet=True) == pytest.approx(share, abs=0.05)
    assert share_unknown(simulated, quiet=True) != pytest.approx(share + 0.15, abs=0.05)
    assert share_unknown(simulated, quiet=False) == 0


def test_days_with_attacks_are_lost_as_often_as_asked() -> None:
    simulated = recorded(attack_days_lost=0.25)
    assert share_unknown(simulated, quiet=False) == pytest.approx(0.25, abs=0.05)
    assert share_unknown(simulated, quiet=True) == 0
    assert len(simulated.diary.attacks) < 0.85 * simulated.truth.attacks.sum()


def test_attacks_only_says_nothing_of_any_other_day() -> None:
    diary = recorded(attacks_only=True).diary
    assert diary.coverage == ()
    assert diary.days == ()
    assert {day.state for day in civil_days(diary)} == {DayState.ATTACKS, DayState.UNKNOWN}


def test_day_counts_have_no_times() -> None:
    simulated = recorded(counts_only=True)
    assert simulated.diary.attacks == ()
    counts = [(day.on - PATIENT.start_on, day.attacks) for day in simulated.diary.days]
    expected = enumerate(simulated.truth.attacks.tolist())
    assert counts == [(timedelta(days=day), attacks) for day, attacks in expected]


def test_day_counts_leave_unknown_days_out() -> None:
    simulated = recorded(counts_only=True, quiet_days_unwritten=0.5)
    assert share_unknown(simulated, quiet=True) == pytest.approx(0.5, abs=0.05)


def test_a_decision_rests_on_nothing_that_was_not_written() -> None:
    nothing_written = Recording(attack_days_lost=1.0, quiet_days_unwritten=1.0)
    scenario: Scenario = replace(PATIENT, recording=nothing_written)
    assert simulate(scenario, np.random.default_rng(5)).diary.doses == ()


def test_preventive_doses_stay_on_record_when_the_day_is_unknown() -> None:
    scenario = replace(SCENARIOS["by_schedule"], recording=Recording(attack_days_lost=1.0))
    assert simulate(scenario, np.random.default_rng(5)).diary.doses
