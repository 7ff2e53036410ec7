from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from surcease.simulation import SCENARIOS, Simulated, simulate
from surcease.simulation.amounts import Steps
from surcease.simulation.timing import BySchedule


def harmful(scenario: str, seed: int) -> Simulated:
    """Return a patient with bouts whose treatments make attacks ten times as many."""
    episodic, chronic = SCENARIOS["episodic"], SCENARIOS[scenario]
    pulses = [
        replace(each, rate_ratio=10.0, timing=BySchedule(every_days=20)) for each in chronic.pulses
    ]
    regimens = [
        replace(each, rate_ratio=10.0, amounts=Steps(((0, 360),))) for each in chronic.regimens
    ]
    patient = replace(episodic, pulses=tuple(pulses), regimens=tuple(regimens))
    return simulate(patient, np.random.default_rng(seed))


@pytest.mark.parametrize("scenario", ["chronic_by_indication", "stepped_verapamil"])
def test_outside_bouts_a_treatment_changes_nothing(scenario: str) -> None:
    truth = harmful(scenario, seed=1).truth
    (treatment,) = truth.treatments
    outside = ~truth.in_bout
    assert outside.sum() > 100
    assert truth.rate[outside] == pytest.approx(truth.rate_untreated[outside])
    assert treatment.rate_without[outside] == pytest.approx(truth.rate[outside])


@pytest.mark.parametrize("scenario", ["chronic_by_indication", "stepped_verapamil"])
def test_in_bouts_it_does(scenario: str) -> None:
    truth = harmful(scenario, seed=1).truth
    late = truth.in_bout & (np.arange(truth.in_bout.size) > 60)
    ratio = truth.rate[late] / truth.rate_untreated[late]
    assert ratio.min() > 1.5
    assert ratio.max() > 8.0
