"""Straight coordinates: one to one, and nearly standard normal where posteriors bow and flare."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import approx_fprime
from scipy.special import softmax

from strategies.problems import make_problem
from surcease.inference.bend import (
    MOST_THIRD,
    Bend,
    find_bend,
    in_every_bend,
    no_bend,
    order_of_dependence,
)
from surcease.inference.importance import effective_draws
from surcease.inference.parameters import LOG_SIGMA, MU, pulse_beta, regimen_beta

CENTRE = np.array([1.0, -2.0, 0.5])
COVARIANCE = np.array([[2.0, 0.6, 0.1], [0.6, 0.5, 0.0], [0.1, 0.0, 0.3]])
IN_ORDER = np.arange(3)
LINEAR = no_bend(CENTRE, COVARIANCE, IN_ORDER)

thirds = st.floats(-MOST_THIRD, MOST_THIRD)


@st.composite
def bends(draw):
    bow, flare = (np.triu(draw(arrays(np.float64, (3, 3), elements=thirds)), 1) for _ in range(2))
    return Bend(CENTRE, LINEAR.factor, bow, flare, draw(arrays(np.float64, 3, elements=thirds)))


points = arrays(np.float64, 3, elements=st.floats(-4.0, 4.0))


@settings(derandomize=True, deadline=None)
@given(bends(), points)
def test_the_volume_is_that_of_the_maps_derivatives(bend, u):
    def theta(at):
        return bend.to_parameters(at[None])[0][0]

    jacobian = (approx_fprime(u, theta, 1e-6) + approx_fprime(u, theta, -1e-6)) / 2.0
    sign, log_volume = np.linalg.slogdet(jacobian)
    assert sign > 0
    assert bend.to_parameters(u[None])[1][0] == pytest.approx(log_volume, abs=1e-4)


@settings(derandomize=True, deadline=None)
@given(bends(), points, st.floats(0.01, 4.0))
def test_each_coordinate_rises_along_its_own_axis_so_that_the_map_is_one_to_one(bend, u, step):
    y = np.linalg.solve(LINEAR.factor, (bend.to_parameters(u[None])[0][0] - CENTRE))
    for axis in range(3):
        further = bend.to_parameters((u + step * np.eye(3)[axis])[None])[0][0]
        assert np.linalg.solve(LINEAR.factor, further - CENTRE)[axis] > y[axis]


@settings(derandomize=True, deadline=None)
@given(bends(), points)
def test_parameters_lead_back_to_where_they_came_from(bend, u):
    theta, log_volume = bend.to_parameters(u[None])
    back, volume_there = bend.to_straight(theta)
    np.testing.assert_allclose(back[0], u, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(volume_there, log_volume, atol=1e-6)


@settings(derandomize=True, deadline=None)
@given(bends(), arrays(np.float64, 3, elements=st.floats(-1e6, 1e6)))
def test_parameters_however_far_out_have_straight_coordinates(bend, theta):
    u, log_volume = bend.to_straight(theta[None])
    assert np.isfinite(u).all()
    assert np.isfinite(log_volume).all()
    np.testing.assert_allclose(bend.to_parameters(u)[0][0], theta, rtol=1e-6, atol=1e-5)


@settings(derandomize=True, deadline=None)
@given(bends(), bends(), points, points)
def test_draws_from_one_bend_are_seen_in_every_other(one, other, u, v):
    theta, straight, log_volume = in_every_bend([one, other], [u[None], v[None]])
    np.testing.assert_array_equal(straight[0, 0], u)
    np.testing.assert_array_equal(straight[1, 1], v)
    for bend, seen, volume in zip((one, other), straight, log_volume, strict=True):
        placed, expected = bend.to_parameters(seen)
        np.testing.assert_allclose(placed, theta, rtol=1e-6, atol=1e-6)
        np.testing.assert_allclose(volume, expected, atol=1e-6)


@pytest.mark.parametrize("farthest", [0.1, 2.0])
def test_where_a_gradient_overflows_nothing_is_bent(farthest):
    def gradient(theta):
        return np.full(3, np.nan) if theta[0] - CENTRE[0] > farthest else CENTRE - theta

    bend, middle = find_bend(LINEAR, gradient)
    assert not bend.bow.any()
    assert not middle.any()


def test_a_normal_posterior_is_not_bent():
    precision = np.linalg.inv(COVARIANCE)
    bend, middle = find_bend(LINEAR, lambda theta: -precision @ (theta - CENTRE))
    for part in (bend.bow, bend.flare, bend.lean, middle):
        np.testing.assert_allclose(part, 0.0, atol=1e-9)


def banana(theta):
    """Return a log density with a bow and a flare, and its gradient."""
    x, y, z = theta
    bowed, spread = y - 0.4 * x * x, np.exp(0.3 * x)
    log_density = -0.5 * (x * x + bowed * bowed + (z / spread) ** 2) - 0.3 * x
    by_x = -x + 0.8 * x * bowed + 0.3 * (z / spread) ** 2 - 0.3
    return log_density, np.array([by_x, -bowed, -z / spread**2])


def efficiency(bend, middle):
    u = middle + np.random.default_rng(5).standard_normal((2000, 3))
    theta, log_volume = bend.to_parameters(u)
    log_q = -0.5 * np.square(u - middle).sum(axis=1)
    log_p = np.array([banana(each)[0] for each in theta]) + log_volume
    return effective_draws(softmax(log_p - log_q)) / 2000


def test_draws_in_bent_coordinates_are_worth_more_where_a_posterior_bows():
    linear = no_bend(np.array([-0.3, 0.0, 0.0]), np.eye(3), IN_ORDER)
    bend, middle = find_bend(linear, lambda theta: banana(theta)[1])
    assert efficiency(bend, middle) > 0.75
    assert efficiency(linear, np.zeros(3)) < 0.66


def test_each_parameter_comes_after_those_that_its_spread_hangs_on():
    problem = make_problem([1, 0, 2, 1], doses=[[0.5], [1.5]], regimens=[[1.0] * 4])
    order = order_of_dependence(problem).tolist()
    assert sorted(order) == list(range(problem.prior_mean.size))
    ratios = [pulse_beta(0), pulse_beta(1), regimen_beta(2, 0)]
    assert order[-4:] == [*ratios, MU]
    assert order.index(LOG_SIGMA) < order.index(pulse_beta(0))
