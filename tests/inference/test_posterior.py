import importlib.util

import numpy as np
import pytest

from strategies.problems import make_problem
from surcease.inference.posterior import Method, fit


def two_levels(seed=8, num_days=150):
    """A diary in which a daily treatment, taken in the second half, brings attacks to a third."""
    rng = np.random.default_rng(seed)
    taken = (np.arange(num_days) >= num_days // 2).astype(float)
    counts = rng.poisson(3.0 * np.exp(-1.1 * taken))
    return make_problem(counts, regimens=[taken])


def moments(posterior):
    mean = posterior.weight @ posterior.theta
    return mean, np.sqrt(posterior.weight @ (posterior.theta - mean) ** 2)


def test_the_same_seed_gives_the_same_draws():
    problem = two_levels()
    one, two = (
        fit(np.random.default_rng(9), problem, [problem.prior_mean], Method.IMPORTANCE)
        for _ in range(2)
    )
    np.testing.assert_array_equal(one.theta, two.theta)
    np.testing.assert_array_equal(one.weight, two.weight)


def test_where_nothing_is_known_an_effect_keeps_its_prior():
    problem = make_problem([-1] * 3, doses=[[0.5]], regimens=[[1.0] * 3])
    posterior = fit(np.random.default_rng(10), problem, [problem.prior_mean], Method.IMPORTANCE)
    mean, sd = moments(posterior)
    assert posterior.reliable
    np.testing.assert_allclose(mean[8:], problem.prior_mean[8:], atol=0.15)
    np.testing.assert_allclose(sd[8:], problem.prior_sd[8:], rtol=0.15)


def test_an_effect_in_the_data_is_found():
    problem = two_levels()
    posterior = fit(np.random.default_rng(11), problem, [problem.prior_mean], Method.IMPORTANCE)
    mean, sd = moments(posterior)
    assert mean[-1] == pytest.approx(-1.0, abs=0.45)
    assert sd[-1] < 0.5


@pytest.mark.skipif(importlib.util.find_spec("nutpie") is None, reason="the nuts extra is missing")
def test_nuts_on_the_same_density_agrees():
    problem = two_levels()
    rng = np.random.default_rng(13)
    fast = fit(rng, problem, [problem.prior_mean], Method.IMPORTANCE)
    slow = fit(rng, problem, [problem.prior_mean], Method.NUTS)
    fast_mean, fast_sd = moments(fast)
    slow_mean, slow_sd = moments(slow)
    assert slow.method == "nuts"
    assert fast.reliable
    assert slow.ess > 200
    assert (np.abs(fast_mean - slow_mean) / slow_sd).max() < 0.2
    assert np.abs(fast_sd / slow_sd - 1).max() < 0.2
