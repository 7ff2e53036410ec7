import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.inference.vector_math import exp_in_place, log1p_in_place

DETERMINISTIC = settings(derandomize=True, deadline=None)
FEW_ULPS = 1e-15


def in_place(function, values):
    array = np.array(values, dtype=np.float64)
    function(array)
    return array


@given(st.lists(st.floats(-700, 700), min_size=1, max_size=40))
@DETERMINISTIC
def test_exp_agrees_with_the_library(values):
    np.testing.assert_allclose(in_place(exp_in_place, values), np.exp(values), rtol=FEW_ULPS)


@given(st.lists(st.floats(0, 1e300), min_size=1, max_size=40))
@DETERMINISTIC
def test_log1p_agrees_with_the_library(values):
    np.testing.assert_allclose(in_place(log1p_in_place, values), np.log1p(values), rtol=FEW_ULPS)


def test_exp_holds_at_the_ends_of_its_range_instead_of_overflowing():
    ends = in_place(exp_in_place, [-1e6, 1e6, -np.inf, np.inf])
    np.testing.assert_allclose(ends, np.exp([-700.0, 700.0, -700.0, 700.0]), rtol=FEW_ULPS)


def test_log1p_keeps_its_precision_near_zero():
    tiny = [0.0, 1e-300, 1e-17, 3e-9]
    np.testing.assert_allclose(in_place(log1p_in_place, tiny), np.log1p(tiny), rtol=FEW_ULPS)
