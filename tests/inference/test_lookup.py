import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.effects.priors import rate_levels
from surcease.inference.lookup import PHASES, find_places, look_up, table_points
from surcease.inference.problem import NUM_STATES

DETERMINISTIC = settings(derandomize=True, deadline=None)
STEP = 0.2259


def looked_up(function, firsts, first):
    lowest, highest = min(firsts), max(firsts)
    table = function(table_points(lowest, highest, STEP))
    places = find_places(np.array([(first - lowest) * PHASES / STEP]))
    rows = np.empty((1, NUM_STATES))
    look_up(table, 0, places, 0, rows, 0)
    return rows[0]


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=5))
@DETERMINISTIC
def test_a_smooth_function_is_looked_up_to_its_last_digits(firsts):
    for first in firsts:
        points = first + STEP * np.arange(NUM_STATES)
        row = looked_up(lambda z: np.logaddexp(0.0, z), firsts, first)
        np.testing.assert_allclose(row, np.logaddexp(0.0, points), rtol=1e-11, atol=1e-14)


def test_a_polynomial_of_the_seventh_degree_is_exact():
    points = -0.3 + STEP * np.arange(NUM_STATES)
    row = looked_up(lambda z: (z - 2.0) ** 7, [-1.0, 0.5], -0.3)
    np.testing.assert_allclose(row, (points - 2.0) ** 7, rtol=1e-9, atol=1e-12)


@given(st.floats(0, 1))
@DETERMINISTIC
def test_the_weights_of_the_points_sum_to_one(t):
    assert abs(find_places(np.array([t])).weights.sum() - 1.0) < 1e-12


def test_the_rates_that_are_asked_for_are_those_the_kernels_are_compiled_for():
    assert rate_levels().size + 1 == NUM_STATES
