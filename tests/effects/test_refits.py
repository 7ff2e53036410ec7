import numpy as np
import pytest

from strategies.fits import examined, simulated
from surcease.effects.refit import Normal, nearest_mode, normal_of, refit
from surcease.inference.parameters import pulse_beta
from surcease.inference.warp import Anchor, warped_log_density_and_gradient


@pytest.fixture(scope="module")
def case():
    return examined(simulated("chronic_by_indication", 31, days=500).diary)


def test_the_normal_of_a_posterior_has_its_moments(case):
    found = normal_of(case.arrays.problem, case.posterior)
    beta = case.posterior.theta[:, pulse_beta(0)]
    mean = case.posterior.weight @ beta
    assert found.centre[pulse_beta(0)] == pytest.approx(mean)
    sd = np.sqrt(case.posterior.weight @ (beta - mean) ** 2)
    assert found.sd[pulse_beta(0)] == pytest.approx(sd)


def test_nothing_changed_is_nothing_moved(case):
    start = normal_of(case.arrays.problem, case.posterior)
    found = refit(case.arrays.problem, start)
    assert np.abs((found.centre - start.centre) / start.sd).max() < 0.6
    np.testing.assert_allclose(found.sd, start.sd, rtol=0.35)


def test_the_mode_is_where_the_density_is_flat(case):
    problem = case.arrays.problem
    start = normal_of(problem, case.posterior)
    mode = nearest_mode(problem, start)
    _, gradient = warped_log_density_and_gradient(mode, problem, start.anchor)
    assert np.abs(start.factor.T @ gradient).max() < 0.05


def test_draws_have_the_mean_and_the_spread_of_the_normal():
    factor = np.array([[2.0, 0.0], [1.0, 0.5]])
    normal = Normal(Anchor(0.0, 1.0), np.array([1.0, -1.0]), factor)
    draws = normal.draw(np.random.default_rng(8), 20_000)
    np.testing.assert_allclose(draws.mean(axis=0), normal.centre, atol=1e-9)
    np.testing.assert_allclose(np.cov(draws.T), factor @ factor.T, atol=0.1)


def test_a_parameter_made_independent_forgets_all_others():
    factor = np.array([[2.0, 0.0], [1.0, 0.5]])
    normal = Normal(Anchor(0.0, 1.0), np.array([1.0, -1.0]), factor)
    freed = normal.independent(np.array([1]), np.array([0.3]), np.array([0.7]))
    np.testing.assert_allclose(freed.factor @ freed.factor.T, [[4.0, 0.0], [0.0, 0.49]])
    assert freed.centre.tolist() == [1.0, 0.3]
