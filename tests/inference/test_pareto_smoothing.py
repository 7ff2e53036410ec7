from typing import Any

import arviz_stats.base
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from surcease.inference.pareto_smoothing import smooth_weights

LOG_RATIOS = {
    "normal": lambda rng, size: rng.standard_normal(size),
    "heavy": lambda rng, size: 3.0 * rng.standard_t(3, size),
    "bounded": lambda rng, size: -rng.exponential(0.1, size),
}


def normalised(log_weight):
    return log_weight - np.logaddexp.reduce(log_weight)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(
    st.sampled_from(sorted(LOG_RATIOS)),
    st.integers(30, 3000),
    st.integers(min_value=0),
    st.floats(-50, 50),
)
@example("normal", 225, 1, 0.0)
@example("normal", 226, 1, 0.0)
def test_it_agrees_with_arviz(family, size, seed, shift):
    ratio = LOG_RATIOS[family](np.random.default_rng(seed), size) + shift
    array_stats: Any = vars(arviz_stats.base)["array_stats"]
    log_weight, pareto_k = array_stats.psislw(-ratio)  # takes log likelihoods
    smoothed = smooth_weights(ratio)
    assert smoothed.pareto_k == pytest.approx(float(pareto_k), rel=1e-9)
    assert normalised(smoothed.log_weight) == pytest.approx(log_weight, rel=1e-9, abs=1e-9)


def test_only_the_tail_changes_and_nothing_rises_above_the_largest():
    ratio = np.random.default_rng(1).standard_normal(1000)
    before, after = ratio - ratio.max(), smooth_weights(ratio).log_weight
    changed = before != after
    assert changed.sum() <= 94  # 3 sqrt(1000)
    assert before[changed].min() > np.sort(before)[-95]
    assert after.max() <= 0.0


def test_the_ratios_given_stay_as_they_were():
    ratio = np.random.default_rng(1).standard_normal(300)
    kept = ratio.copy()
    smooth_weights(ratio)
    assert (ratio == kept).all()


@pytest.mark.parametrize(
    "ratio",
    [
        np.zeros(400),
        np.concatenate([np.full(390, -1e4), np.linspace(-1.0, 0.0, 10)]),
        np.linspace(-5e4, 0.0, 400),
        np.linspace(-1.0, 0.0, 20),
    ],
    ids=["all alike", "nearly all impossible", "one far above all others", "too few"],
)
def test_a_tail_that_no_pareto_distribution_fits_is_not_trusted_and_left_alone(ratio):
    smoothed = smooth_weights(ratio)
    assert smoothed.pareto_k == np.inf
    assert (smoothed.log_weight == ratio - ratio.max()).all()
