import numpy as np
import pytest
from scipy.stats import multivariate_t

from surcease.inference.importance import STRETCH, effective_draws, flattened_weights, stretch
from surcease.inference.proposal import (
    DEGREES_OF_FREEDOM,
    component,
    draw,
    latin_hypercube,
    log_mixture_pdf,
    log_pdf,
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


def test_a_mixture_weighs_its_components_by_their_draws():
    near, far = component(CENTRE, COVARIANCE, 30), component(CENTRE + 5, COVARIANCE, 10)
    points = draw(np.random.default_rng(3), near)
    expected = np.log(0.75 * np.exp(log_pdf(near, points)) + 0.25 * np.exp(log_pdf(far, points)))
    np.testing.assert_allclose(log_mixture_pdf([near, far], points), expected)


def test_weights_are_flattened_until_enough_draws_count():
    log_ratio = np.random.default_rng(4).normal(scale=5.0, size=500)
    raw = flattened_weights(log_ratio, 1.0)
    flat = flattened_weights(log_ratio, 100.0)
    assert effective_draws(raw) < 20.0
    assert effective_draws(flat) == pytest.approx(100.0, rel=0.05)
    assert flat.sum() == pytest.approx(1.0)


def test_good_weights_are_left_alone():
    log_ratio = np.zeros(50)
    np.testing.assert_allclose(flattened_weights(log_ratio, 20.0), 0.02)


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
