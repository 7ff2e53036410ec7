import numpy as np
import pytest
from scipy.special import softmax
from scipy.stats import multivariate_t

from surcease.inference.importance import STRETCH, effective_draws, flattening, stretch
from surcease.inference.proposal import (
    DEGREES_OF_FREEDOM,
    component,
    draw,
    latin_hypercube,
    log_pdf,
    shares,
)

COVARIANCE = np.array([[2.0, 0.6], [0.6, 0.5]])
CENTRE = np.array([1.0, -2.0])


def test_the_density_of_a_component_is_the_multivariate_t():
    source = component(CENTRE, COVARIANCE, 50)
    draws = draw(np.random.default_rng(1), source)
    expected = multivariate_t(CENTRE, COVARIANCE, df=DEGREES_OF_FREEDOM).logpdf(draws)
    np.testing.assert_allclose(log_pdf(source, draws), expected, rtol=1e-6)


def test_draws_have_the_moments_of_the_component():
    draws = draw(np.random.default_rng(2), component(CENTRE, COVARIANCE, 200_000))
    inflation = DEGREES_OF_FREEDOM / (DEGREES_OF_FREEDOM - 2)
    np.testing.assert_allclose(draws.mean(axis=0), CENTRE, atol=0.02)
    np.testing.assert_allclose(np.cov(draws.T), COVARIANCE * inflation, rtol=0.05)


def test_a_component_has_the_share_of_its_draws():
    near, far = component(CENTRE, COVARIANCE, 30), component(CENTRE + 5, COVARIANCE, 10)
    np.testing.assert_array_equal(shares([near, far]), [0.75, 0.25])


def test_weights_are_flattened_until_enough_draws_count():
    log_ratio = np.random.default_rng(4).normal(scale=5.0, size=500)
    assert effective_draws(softmax(flattening(log_ratio, 1.0) * log_ratio)) < 20.0
    flat = softmax(flattening(log_ratio, 100.0) * log_ratio)
    assert effective_draws(flat) == pytest.approx(100.0, rel=0.05)


def test_good_weights_are_left_alone():
    assert flattening(np.zeros(50), 20.0) == 1.0


def test_draws_are_spread_evenly_along_every_axis():
    uniforms = latin_hypercube(np.random.default_rng(6), 40, 3)
    strips = np.floor(np.sort(uniforms, axis=0) * 40)
    np.testing.assert_array_equal(strips, np.tile(np.arange(40)[:, None], 3))


def test_a_stretched_covariance_is_wider_along_its_axis_alone():
    axis = np.array([0.3, 1.0])
    stretched = stretch(COVARIANCE, axis)
    across = np.array([1.0, -(COVARIANCE @ axis)[0] / (COVARIANCE @ axis)[1]])
    assert axis @ stretched @ axis == pytest.approx(STRETCH**2 * (axis @ COVARIANCE @ axis))
    assert across @ stretched @ across == pytest.approx(across @ COVARIANCE @ across)
