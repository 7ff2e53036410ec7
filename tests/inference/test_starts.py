"""Where several treatments overlap, more than one explanation of a diary is looked for."""

import numpy as np
import pytest

from oracles.model_simulation import draw_theta, simulate_problem
from strategies.problems import make_problem
from surcease.effects.arrays import starting_points
from surcease.inference.mode import find_modes
from surcease.inference.parameters import NUM_COURSE, pulse_beta
from surcease.inference.starts import PER_OTHER_TREATMENT, starts_elsewhere
from surcease.inference.warp import find_anchor

OVERLAPPING = (
    (10.4, 70.6, 150.5, 230.5),
    (25.5, 90.5, 160.5, 240.5),
    (40.5, 110.5, 180.5, 260.5),
)
EFFECT_MEAN, EFFECT_SD = (0.0, 2.9, 1.4), (0.9, 0.8, 1.0)
WITH_A_HIDDEN_MODE = 22


def simulated(seed, doses):
    rng = np.random.default_rng(seed)
    problem = with_priors(make_problem([0] * 330, doses=doses))
    return simulate_problem(rng, draw_theta(rng, problem), problem)


def with_priors(problem):
    mean, sd = problem.prior_mean.copy(), problem.prior_sd.copy()
    for pulse in range(problem.pulses.first.size - 1):
        effect = slice(pulse_beta(pulse), pulse_beta(pulse) + 3)
        mean[effect], sd[effect] = EFFECT_MEAN, EFFECT_SD
    return problem._replace(prior_mean=mean, prior_sd=sd)


def log_evidence(modes):
    """Return that of the posterior by Laplace's approximation, but for a constant."""
    return np.logaddexp.reduce(
        [each.log_density + 0.5 * np.linalg.slogdet(each.covariance)[1] for each in modes]
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_mode_that_the_usual_starts_miss_is_found(seed):
    problem = simulated(WITH_A_HIDDEN_MODE, OVERLAPPING)
    anchor = find_anchor(problem)
    usual = find_modes(problem, anchor, starting_points(problem))
    elsewhere = starts_elsewhere(np.random.default_rng(seed), problem, usual[0].theta)
    found = find_modes(problem, anchor, elsewhere, usual)
    assert log_evidence(found) - log_evidence(usual) > np.log(3.0)


def test_modes_come_highest_first_and_keep_the_known_ones():
    problem = simulated(WITH_A_HIDDEN_MODE, OVERLAPPING)
    anchor = find_anchor(problem)
    usual = find_modes(problem, anchor, starting_points(problem))
    elsewhere = starts_elsewhere(np.random.default_rng(0), problem, usual[0].theta)
    found = find_modes(problem, anchor, elsewhere, usual)
    heights = [each.log_density for each in found]
    assert heights == sorted(heights, reverse=True)
    assert all(any(each is mode for mode in found) for each in usual)


def test_a_single_treatment_has_no_further_starts():
    problem = simulated(0, OVERLAPPING[:1])
    assert starts_elsewhere(np.random.default_rng(0), problem, problem.prior_mean) == []


def test_further_starts_keep_the_course_and_spread_over_the_priors_of_effects():
    problem = with_priors(make_problem([0] * 30, doses=[(1.5,)] * 40))
    theta = np.full_like(problem.prior_mean, 9.0)
    starts = np.array(starts_elsewhere(np.random.default_rng(0), problem, theta))
    assert starts.shape == (39 * PER_OTHER_TREATMENT, theta.size)
    assert (starts[:, :NUM_COURSE] == 9.0).all()
    effects = slice(NUM_COURSE, None)
    np.testing.assert_allclose(
        starts[:, effects].mean(axis=0), problem.prior_mean[effects], atol=0.05
    )
    np.testing.assert_allclose(starts[:, effects].std(axis=0), problem.prior_sd[effects], rtol=0.05)
