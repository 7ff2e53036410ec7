import numpy as np
import pytest
from hypothesis import given, settings

from oracles.plain_density import plain_gradient, plain_log_density
from strategies.problems import make_problem, problems_with_theta
from surcease.inference.density import log_density, log_density_and_gradient

DETERMINISTIC = settings(derandomize=True, deadline=None, max_examples=60)


@given(problems_with_theta())
@DETERMINISTIC
def test_the_compiled_log_density_is_the_plain_one(case):
    problem, theta = case
    assert log_density(theta, problem) == pytest.approx(
        plain_log_density(theta, problem), rel=1e-10
    )


@given(problems_with_theta())
@settings(DETERMINISTIC, max_examples=25)
def test_the_gradient_is_that_of_the_plain_density(case):
    problem, theta = case
    value, gradient = log_density_and_gradient(theta, problem)
    expected = plain_gradient(theta, problem)
    assert value == pytest.approx(log_density(theta, problem), rel=1e-12)
    scale = np.maximum(1.0, np.abs(expected))
    np.testing.assert_allclose(gradient / scale, expected / scale, atol=1e-8)


def test_a_wrong_gradient_would_be_noticed():
    problem = make_problem([2, 0, 1, -1, 3], doses=[[0.4]], regimens=[[0, 1, 1, 1, 1]])
    theta = problem.prior_mean + 0.3
    _, gradient = log_density_and_gradient(theta, problem)
    nearby = plain_gradient(theta + 1e-4, problem)
    assert np.abs(gradient - nearby).max() > 1e-5


def test_outside_the_range_of_parameters_the_density_is_zero():
    problem = make_problem([1, 0])
    for bad in (26.0, np.nan, np.inf, -np.inf):
        theta = problem.prior_mean.copy()
        theta[1] = bad
        assert log_density(theta, problem) == -np.inf
        assert log_density_and_gradient(theta, problem)[0] == -np.inf


def test_an_effect_that_is_complete_to_the_last_bit_has_a_gradient():
    problem = make_problem([1, 0, 2, 0], doses=[[-0.5]])
    whole = problem._replace(pulses=problem.pulses._replace(rise=np.ones(4)))
    theta = whole.prior_mean.copy()
    theta[-2:] = [5.0, 3.5]
    assert np.isfinite(log_density_and_gradient(theta, whole)[1]).all()


@pytest.mark.parametrize(
    "counts",
    [[-1] * 30, [60] + [0] * 29, [0] * 7300, [500, 0, 500], [1]],
    ids=["all unknown", "sixty on one day", "twenty quiet years", "hundreds a day", "one day"],
)
def test_extreme_diaries_have_a_finite_density_and_gradient(counts):
    problem = make_problem(counts)
    for shift in (-3.0, 0.0, 3.0):
        theta = problem.prior_mean + shift * problem.prior_sd
        value, gradient = log_density_and_gradient(theta, problem)
        assert np.isfinite(value)
        assert np.isfinite(gradient).all()
