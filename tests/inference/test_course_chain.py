import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import expm

from strategies.problems import LEVELS
from surcease.inference.course_chain import (
    JUMP_RATE,
    Rates,
    bernoulli,
    bernoulli_slope,
    build_chain,
)

courses = st.tuples(
    st.floats(0.02, 2.0),
    st.floats(0.001, 1.5),
    st.floats(1e-5, 0.3),
    st.floats(1e-5, 0.3),
)


@given(courses)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_a_day_is_the_matrix_exponential_of_the_generator(course):
    chain = build_chain(LEVELS, Rates(*course))
    np.testing.assert_allclose(chain.transition, expm(chain.generator), atol=1e-12)
    np.testing.assert_allclose(chain.transition.sum(axis=1), 1.0, atol=1e-12)
    assert chain.transition.min() > 0.0
    assert chain.initial.sum() == pytest.approx(1.0)


@pytest.mark.parametrize("start", [8, 13, 18])
def test_a_bout_drifts_back_to_its_mean_and_spreads_as_walk_and_jumps_say(start):
    sigma, kappa = 0.15, 0.05
    jumps = JUMP_RATE * ((LEVELS - LEVELS[start - 1]) ** 2).mean()
    chain = build_chain(LEVELS, Rates(sigma, kappa, 1e-9, 1e-9))
    law = chain.transition[start, 1:] / chain.transition[start, 1:].sum()
    mean = law @ LEVELS
    drift = LEVELS[start - 1] * np.exp(-kappa)
    assert mean == pytest.approx(drift, abs=0.02)
    assert law @ (LEVELS - mean) ** 2 == pytest.approx(sigma**2 + jumps, rel=0.2)


def test_without_leaving_the_levels_settle_into_the_normal_law():
    sigma, kappa = 0.15, 0.05
    chain = build_chain(LEVELS, Rates(sigma, kappa, 1e-9, 1e-9))
    settled = np.linalg.matrix_power(chain.transition, 2000)[11, 1:]
    settled /= settled.sum()
    mean = settled @ LEVELS
    assert mean == pytest.approx(0.0, abs=0.05)
    assert np.sqrt(settled @ (LEVELS - mean) ** 2) == pytest.approx(
        sigma / np.sqrt(2 * kappa), rel=0.2
    )


def test_the_share_of_time_in_bouts_is_what_the_rates_say():
    chain = build_chain(LEVELS, Rates(0.15, 0.04, 1 / 60, 1 / 200))
    long_run = np.linalg.matrix_power(chain.transition, 20000)[0]
    assert 1 - long_run[0] == pytest.approx(60 / 260, rel=1e-6)
    assert chain.initial[0] == pytest.approx(200 / 260)


@pytest.mark.parametrize("z", [-40.0, -1.0, -1e-3, -1e-5, 0.0, 1e-5, 9e-4, 1e-3, 1.0, 40.0])
def test_the_bernoulli_slope_is_the_slope_of_the_bernoulli_function(z):
    h = 1e-5
    difference = (bernoulli(z + h) - bernoulli(z - h)) / (2 * h)
    assert bernoulli_slope(z) == pytest.approx(difference, abs=1e-6)
