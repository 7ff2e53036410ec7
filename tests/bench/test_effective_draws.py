"""Weighted draws are worth no more than they are."""

import numpy as np
import pytest

from speed.effective_draws import effective_draws

NUM_DRAWS = 4000


def draws(weigh):
    theta = np.random.default_rng(3).standard_normal((NUM_DRAWS, 2))
    weight = weigh(theta)
    return theta, weight / weight.sum()


def test_draws_of_equal_weight_all_count():
    assert effective_draws(*draws(lambda theta: np.ones(len(theta)))) == pytest.approx(NUM_DRAWS)


def test_draws_without_weight_do_not_count():
    half = effective_draws(*draws(lambda theta: np.arange(len(theta)) % 2))
    assert half == pytest.approx(NUM_DRAWS / 2)


def test_weights_that_differ_in_the_tails_of_one_parameter_cost_more_than_kong_says():
    theta, weight = draws(lambda theta: np.exp(0.2 * theta[:, 1] ** 2))
    assert effective_draws(theta, weight) < 0.8 / (weight**2).sum()


def test_a_thinned_chain_has_as_many_draws_as_its_means_are_precise():
    rng, means, counted = np.random.default_rng(4), [], []
    for _ in range(300):
        theta = rng.standard_normal((500, 1))
        weight = np.exp(0.8 * theta[:, 0])
        weight /= weight.sum()
        means.append((weight @ theta).item())
        counted.append(effective_draws(theta, weight))
    assert np.mean(counted) == pytest.approx(1.0 / np.var(means), rel=0.3)
