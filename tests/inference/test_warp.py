import numpy as np
import pytest
from hypothesis import given, settings

from strategies.problems import make_problem, problems_with_theta
from surcease.inference.density import log_density
from surcease.inference.warp import (
    find_anchor,
    unwarp,
    warp,
    warped_log_density,
    warped_log_density_and_gradient,
)

DETERMINISTIC = settings(derandomize=True, deadline=None, max_examples=40)


@given(problems_with_theta())
@DETERMINISTIC
def test_warping_and_back_changes_nothing(case):
    problem, theta = case
    anchor = find_anchor(problem)
    back = unwarp(warp(theta, problem, anchor), problem, anchor)
    np.testing.assert_allclose(back, theta, atol=1e-12)


@given(problems_with_theta())
@DETERMINISTIC
def test_the_density_changes_by_the_volume_of_the_map(case):
    problem, theta = case
    anchor = find_anchor(problem)
    xi = warp(theta, problem, anchor)
    steps = np.eye(xi.size) * 1e-6
    columns = [
        (unwarp(xi + step, problem, anchor) - unwarp(xi - step, problem, anchor)) / 2e-6
        for step in steps
    ]
    _, log_volume = np.linalg.slogdet(np.array(columns))
    assert warped_log_density(xi, problem, anchor) == pytest.approx(
        log_density(theta, problem) + log_volume, abs=1e-6
    )


@given(problems_with_theta())
@DETERMINISTIC
def test_the_warped_gradient_is_the_slope_of_the_warped_density(case):
    problem, theta = case
    anchor = find_anchor(problem)
    xi = warp(theta, problem, anchor)
    _, gradient = warped_log_density_and_gradient(xi, problem, anchor)
    for i, step in enumerate(np.eye(xi.size) * 1e-5):
        up, down = (warped_log_density(xi + s, problem, anchor) for s in (step, -step))
        assert gradient[i] == pytest.approx((up - down) / 2e-5, rel=1e-4, abs=1e-4)


def test_a_diary_without_attacks_is_anchored_at_the_prior():
    problem = make_problem([0, 0, -1])
    assert find_anchor(problem).log_rate == problem.prior_mean[0]
