import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.effects.estimate import estimate, estimates, probability, weighted_quantiles

DETERMINISTIC = settings(derandomize=True, deadline=None)


def test_equal_weights_give_the_ordinary_quantiles():
    values = np.random.default_rng(1).normal(size=5001)
    weight = np.full(values.size, 1 / values.size)
    expected = np.quantile(values, [0.025, 0.5, 0.975], method="hazen")
    found = estimate(values, weight)
    assert (found.low, found.median, found.high) == pytest.approx(tuple(expected))


def test_a_draw_of_weight_two_counts_like_two_draws():
    values = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    weight = np.array([1, 1, 2, 1, 1]) / 6
    found = weighted_quantiles(values, weight, np.array([0.5]))
    assert found[0] == pytest.approx(3.0)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30))
@DETERMINISTIC
def test_the_median_lies_in_the_interval_and_the_interval_among_the_draws(values):
    draws = np.array(values)
    found = estimate(draws, np.full(draws.size, 1 / draws.size))
    assert draws.min() <= found.low <= found.median <= found.high <= draws.max()


def test_several_quantities_are_summarised_each_for_itself():
    values = np.random.default_rng(2).normal(size=(400, 3))
    weight = np.full(400, 1 / 400)
    together = estimates(values, weight)
    assert together == [estimate(values[:, i], weight) for i in range(3)]


def test_a_probability_is_the_weight_of_the_draws_for_which_it_holds():
    holds = np.array([True, False, True])
    assert probability(holds, np.array([0.2, 0.5, 0.3])) == pytest.approx(0.5)
