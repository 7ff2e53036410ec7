"""Whole diaries, from the simulator to the answer, judged against what was simulated.

The patients are treated when attacks are many, attacks are worse then, and a triptan is taken in
most of the bad ones.
"""

from dataclasses import replace

import numpy as np
import pytest

from strategies.fits import examined, simulated
from surcease.effects.severity.outcome import DURATION, INTENSITY
from surcease.effects.severity.severity_effects import outcome_effects
from surcease.simulation import SCENARIOS
from surcease.simulation.severity import Milder, Severity
from surcease.simulation.true_severity import change_in_points

INFUSION = "magnesium_sulfate_iv"
NUM_DIARIES = 24
MOST = 0.85 * NUM_DIARIES
RATIO = 0.6
MILDER = Milder(INFUSION, points=-1.5, duration_ratio=RATIO)
SEVERITY = Severity(points_per_log_rate=0.5, effects=(MILDER,))
HABITS = replace(SCENARIOS["chronic_by_indication"].habits, severity=SEVERITY)
TRIPTAN = tuple(replace(each, share=0.9) for each in SCENARIOS["published_case"].acute[:1])


@pytest.fixture(scope="module")
def cases():
    drawn = (
        simulated("chronic_by_indication", seed, days=400, habits=HABITS, acute=TRIPTAN)
        for seed in range(NUM_DIARIES)
    )
    return [examined(each.diary) for each in drawn]


def intervals(cases, outcome):
    changes = (
        outcome_effects(np.random.default_rng(0), case, case.arrays.pulses, outcome)[0].change
        for case in cases
    )
    return [(each.low, each.high) for each in changes]


def plain_interval(case):
    """Compare the attacks of the two weeks after a dose with all others."""
    given = np.array([dose.given_at.at.timestamp() for dose in case.arrays.pulses[0].given.doses])
    began = np.array([each.started_at.at.timestamp() for each in case.attacks])
    since = began - given[:, None]
    under = ((since > 0) & (since < 14 * 86_400)).any(axis=0)
    intensity = np.array([each.intensity for each in case.attacks])
    one, other = intensity[under], intensity[~under]
    margin = 1.96 * np.sqrt(one.var() / one.size + other.var() / other.size)
    return one.mean() - other.mean() - margin, one.mean() - other.mean() + margin


def held(truth, intervals):
    return sum(low <= truth <= high for low, high in intervals)


def test_intervals_of_intensity_hold_the_truth_and_a_plain_comparison_does_not(cases):
    truth = change_in_points(HABITS, SEVERITY, MILDER)
    assert held(truth, intervals(cases, INTENSITY)) >= MOST
    assert held(truth, map(plain_interval, cases)) < 0.6 * NUM_DIARIES


def test_intervals_of_duration_hold_the_truth_but_not_with_treated_attacks_as_they_ended(cases):
    assert held(RATIO, intervals(cases, DURATION)) >= MOST
    as_they_ended = replace(DURATION, cut_short=False)
    assert held(RATIO, intervals(cases, as_they_ended)) < 0.6 * NUM_DIARIES
