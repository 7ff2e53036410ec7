import numpy as np
import pytest

from strategies.severity_problems import draw_attacks, graded, make_severity_problem
from surcease.inference.severity_density import severity_log_density
from surcease.inference.severity_posterior import fit_severity, starting_point
from surcease.inference.severity_problem import pulse_shift

SHIFT = pulse_shift(0)


@pytest.fixture(scope="module")
def problem():
    drawn = draw_attacks(np.random.default_rng(8), shift=-1.5)
    return make_severity_problem(graded(drawn.level), drawn.began, [drawn.doses])


def test_weights_sum_to_one_and_the_effect_is_found(problem):
    posterior = fit_severity(np.random.default_rng(0), problem)
    assert posterior.weight.sum() == pytest.approx(1.0)
    assert posterior.reliable
    assert posterior.weight @ posterior.theta[:, SHIFT] == pytest.approx(-1.5, abs=0.7)


def test_the_same_seed_gives_the_same_draws(problem):
    one, other = (fit_severity(np.random.default_rng(3), problem) for _ in range(2))
    np.testing.assert_array_equal(one.theta, other.theta)
    np.testing.assert_array_equal(one.weight, other.weight)


def test_the_search_starts_at_the_shares_of_the_grades():
    problem = make_severity_problem([0, 0, 0, 1, 2, 2], np.arange(6.0))
    first, log_gap = starting_point(problem)[-2:]
    assert 1 / (1 + np.exp(-first)) == pytest.approx(3.5 / 7.5)
    assert 1 / (1 + np.exp(-first - np.exp(log_gap))) == pytest.approx(5.0 / 7.5)


def test_without_attacks_that_tell_the_effect_stays_as_wide_as_its_prior():
    problem = make_severity_problem([0, 1], [0.1, 0.9], [[0.5]])
    posterior = fit_severity(np.random.default_rng(1), problem)
    shift = posterior.theta[:, SHIFT]
    mean = posterior.weight @ shift
    sd = np.sqrt(posterior.weight @ (shift - mean) ** 2)
    assert sd > 0.75 * problem.prior_sd[SHIFT]


def test_the_draws_are_weighed_by_the_density(problem):
    posterior = fit_severity(np.random.default_rng(0), problem)
    heavy = posterior.theta[posterior.weight.argmax()]
    light = posterior.theta[posterior.weight.argmin()]
    assert severity_log_density(heavy, problem) > severity_log_density(light, problem)
