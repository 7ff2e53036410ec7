import numpy as np
import pytest

from surcease.inference.normal_fit import NARROWEST, WIDEST, fit_normal, limited_inverse

MEAN = np.array([0.4, -0.3])
COVARIANCE = np.array([[1.5, 0.5], [0.5, 0.8]])


def points(number=400, seed=6):
    """Points of another distribution than the one to find, with its log density but a constant."""
    u = 2.0 * np.random.default_rng(seed).standard_normal((number, 2))
    offset = u - MEAN
    log_p = 7.0 - 0.5 * np.einsum("ni,ij,nj->n", offset, np.linalg.inv(COVARIANCE), offset)
    return u, log_p


def test_a_normal_is_found_wherever_the_points_lie():
    u, log_p = points()
    mean, covariance = fit_normal(u, log_p, np.full(log_p.size, 1 / log_p.size))
    np.testing.assert_allclose(mean, MEAN, atol=0.02)
    np.testing.assert_allclose(covariance, COVARIANCE, atol=0.02)


def test_few_points_leave_it_near_the_standard_normal():
    u, log_p = points(number=3)
    mean, covariance = fit_normal(u, log_p, np.full(3, 1 / 3))
    assert np.abs(mean).max() < 0.5
    np.testing.assert_allclose(np.diag(covariance), 1.0, atol=0.5)


def test_impossible_points_count_for_nothing():
    u, log_p = points()
    weight = np.full(log_p.size, 1 / log_p.size)
    expected = fit_normal(u[1:], log_p[1:], weight[1:])
    log_p[0] = -np.inf
    for found, part in zip(fit_normal(u, log_p, weight), expected, strict=True):
        np.testing.assert_allclose(found, part)


@pytest.mark.parametrize(("precision", "sd"), [(-3.0, WIDEST), (1e-9, WIDEST), (1e9, NARROWEST)])
def test_no_direction_is_wider_or_narrower_than_allowed(precision, sd):
    covariance = limited_inverse(np.diag([precision, 1.0]))
    np.testing.assert_allclose(covariance, np.diag([sd**2, 1.0]))
