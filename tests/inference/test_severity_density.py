import numpy as np
import pytest
from hypothesis import given, settings

from oracles.plain_severity import plain_severity_log_density
from strategies.severity_problems import (
    draw_attacks,
    graded,
    make_severity_problem,
    severity_problems_with_theta,
)
from surcease.inference.severity_density import (
    severity_log_density,
    severity_log_density_and_gradient,
)

FARTHEST_FOR_AN_ATTACK = 0.05
"""The filter is that near the exact sum at parameters far out; elsewhere it is far nearer."""

DETERMINISTIC = settings(derandomize=True, deadline=None, max_examples=30)


def difference_gradient(theta, problem, step=1e-5):
    moves = step * np.eye(theta.size)
    up = [severity_log_density(theta + move, problem) for move in moves]
    down = [severity_log_density(theta - move, problem) for move in moves]
    return (np.array(up) - down) / (2 * step)


@given(severity_problems_with_theta())
@DETERMINISTIC
def test_the_filter_is_near_the_exact_sum_over_both_walks(case):
    problem, theta = case
    exact = plain_severity_log_density(theta, problem)
    near = FARTHEST_FOR_AN_ATTACK * problem.grade.size
    assert severity_log_density(theta, problem) == pytest.approx(exact, abs=near)


def test_over_many_attacks_the_filter_stays_near_the_exact_sum():
    drawn = draw_attacks(np.random.default_rng(5), shift=-1.0, num_days=150)
    problem = make_severity_problem(graded(drawn.level), drawn.began, [drawn.doses])
    theta = problem.prior_mean.copy()
    exact = plain_severity_log_density(theta, problem)
    assert severity_log_density(theta, problem) == pytest.approx(exact, abs=0.05)
    theta[0] += 0.3
    assert abs(severity_log_density(theta, problem) - exact) > 0.1


@given(severity_problems_with_theta())
@DETERMINISTIC
def test_the_gradient_is_that_of_the_density(case):
    problem, theta = case
    value, gradient = severity_log_density_and_gradient(theta, problem)
    expected = difference_gradient(theta, problem)
    assert value == pytest.approx(severity_log_density(theta, problem), rel=1e-12)
    scale = np.maximum(1.0, np.abs(expected))
    np.testing.assert_allclose(gradient / scale, expected / scale, atol=1e-6)


def test_a_wrong_gradient_would_be_noticed():
    problem = make_severity_problem([0, 2, 1, 1], [0.1, 0.5, 3.2, 4.4], [[0.3]], [[0, 1, 1, 0]])
    theta = problem.prior_mean + 0.2
    _, gradient = severity_log_density_and_gradient(theta, problem)
    nearby = difference_gradient(theta + 1e-3, problem)
    assert np.abs(gradient - nearby).max() > 1e-5


def test_attacks_of_one_day_may_come_in_any_order():
    began = [0.1, 0.2, 0.3, 5.1]
    theta = make_severity_problem([0, 1, 2, 1], began).prior_mean
    one, other = (
        severity_log_density(theta, make_severity_problem(grades, began))
        for grades in ([0, 1, 2, 1], [2, 0, 1, 1])
    )
    assert one == pytest.approx(other, abs=2e-3)


def test_an_attack_known_to_be_of_any_grade_at_least_tells_nothing():
    began = [0.1, 3.2, 4.4]
    whole = make_severity_problem([0, 1, 2], began, num_grades=3)
    more = make_severity_problem([0, 1, 0, 2], [0.1, 3.2, 3.9, 4.4], at_least=[2])
    theta = whole.prior_mean + 0.3
    assert severity_log_density(theta, more) == pytest.approx(severity_log_density(theta, whole))


def test_outside_the_range_of_parameters_the_density_is_zero():
    problem = make_severity_problem([0, 1], [0.1, 0.2], covariates=[[30.0, 0.0]])
    for place, bad in ((0, 26.0), (0, 3.5), (4, 5.0), (5, 120.0), (1, np.nan), (1, -np.inf)):
        theta = problem.prior_mean.copy()
        theta[place] = bad
        assert severity_log_density(theta, problem) == -np.inf
        assert severity_log_density_and_gradient(theta, problem)[0] == -np.inf


@pytest.mark.parametrize(
    ("grades", "began"),
    [
        ([0, 1], [0.0, 0.0]),
        ([0] * 500 + [1], np.full(501, 0.5)),
        ([0, 1] * 300, np.arange(600) * 30.0),
        ([*range(12)] * 3, np.linspace(0, 9, 36)),
    ],
    ids=["two attacks", "hundreds on a day", "fifty years", "many grades"],
)
def test_extreme_diaries_have_a_finite_density_and_gradient(grades, began):
    problem = make_severity_problem(grades, began)
    for shift in (-2.0, 0.0, 2.0):
        theta = problem.prior_mean + shift * problem.prior_sd
        value, gradient = severity_log_density_and_gradient(theta, problem)
        assert np.isfinite(value)
        assert np.isfinite(gradient).all()
