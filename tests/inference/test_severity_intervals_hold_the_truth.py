"""Attacks whose severity is known, treated when they are bad, judged against their truth."""

from itertools import islice

import numpy as np
import pytest

from strategies.severity_problems import draw_attacks, graded, make_severity_problem
from surcease.effects.estimate import estimate, probability
from surcease.inference.severity_posterior import fit_severity
from surcease.inference.severity_problem import pulse_shift

NUM_PATIENTS = 40
STRONG = 0.995
EFFECT = -1.2


def patients(shift, first_seed):
    drawn = (draw_attacks(np.random.default_rng(first_seed + k), shift) for k in range(99))
    return list(islice((each for each in drawn if each.doses.size >= 3), NUM_PATIENTS))


def posterior_of_shift(drawn):
    problem = make_severity_problem(graded(drawn.level), drawn.began, [drawn.doses])
    posterior = fit_severity(np.random.default_rng(0), problem)
    return posterior.theta[:, pulse_shift(0)], posterior.weight


def plain_interval(drawn):
    """Compare the attacks under the treatment with all others, as if each were on its own."""
    under = drawn.exposure >= 0.5
    one, other = drawn.level[under], drawn.level[~under]
    margin = 1.96 * np.sqrt(one.var() / one.size + other.var() / other.size)
    difference = one.mean() - other.mean()
    return difference - margin, difference + margin


@pytest.fixture(scope="module")
def helped():
    return patients(EFFECT, first_seed=100)


def test_the_interval_of_an_effect_holds_it(helped):
    intervals = [estimate(*posterior_of_shift(each)) for each in helped]
    assert len(intervals) == NUM_PATIENTS
    assert sum(each.low <= EFFECT <= each.high for each in intervals) >= 0.88 * NUM_PATIENTS


def test_the_interval_of_a_plain_comparison_does_not(helped):
    intervals = [plain_interval(each) for each in helped]
    assert sum(low <= EFFECT <= high for low, high in intervals) < 0.5 * NUM_PATIENTS


def test_a_treatment_that_does_nothing_is_hardly_ever_surely_milder_or_worse():
    sure = []
    for each in patients(0.0, first_seed=300):
        shift, weight = posterior_of_shift(each)
        milder = probability(shift < 0.0, weight)
        sure.append(max(milder, 1.0 - milder) >= STRONG)
    assert len(sure) == NUM_PATIENTS
    assert sum(sure) <= 2
