"""Ranks that are uniform pass; ranks of posteriors that are wrong in any usual way do not."""

import numpy as np
import pytest

from posteriors.sbc_verdict import judge_ranks, strayed
from posteriors.uniformity import chi_square_p_value, ecdf_band, ecdf_p_value

NUM_DRAWS = 99
NUM_RANKS = 400


def ranks_of(place):
    """Turn places between 0 and 1 into ranks."""
    return np.minimum((place * (NUM_DRAWS + 1)).astype(np.int64), NUM_DRAWS)


def rng():
    return np.random.default_rng(41)


WRONG = {
    "posteriors that are too narrow": lambda: rng().beta(0.6, 0.6, NUM_RANKS),
    "posteriors that are too wide": lambda: rng().beta(1.6, 1.6, NUM_RANKS),
    "posteriors that are too low": lambda: rng().beta(1.4, 1.0, NUM_RANKS),
    "truths beyond all draws": lambda: np.where(
        rng().random(NUM_RANKS) < 0.07, 0.0, rng().random(NUM_RANKS)
    ),
}


def test_uniform_ranks_are_called_uniform():
    ranks = {str(n): ranks_of(column) for n, column in enumerate(rng().random((12, NUM_RANKS)))}
    assert strayed(judge_ranks(ranks, NUM_DRAWS)) == []


@pytest.mark.parametrize("wrong", WRONG)
def test_others_are_not(wrong):
    ranks = {"right": ranks_of(rng().random(NUM_RANKS)), "wrong": ranks_of(WRONG[wrong]())}
    assert strayed(judge_ranks(ranks, NUM_DRAWS)) == ["wrong"]


@pytest.mark.parametrize("p_value", [chi_square_p_value, ecdf_p_value])
def test_p_values_of_uniform_ranks_are_below_a_level_as_often_as_it_says(p_value):
    drawn = [ranks_of(each) for each in rng().random((400, 60))]
    below = np.mean([p_value(each, NUM_DRAWS) < 0.1 for each in drawn])
    assert 0.05 < below < 0.15


def test_the_band_holds_the_whole_curve_of_uniform_ranks_as_often_as_it_says():
    band = ecdf_band(60, NUM_DRAWS, 0.9)
    places = (rng().integers(0, NUM_DRAWS + 1, (1000, 60)) + 1) / (NUM_DRAWS + 1)
    curves = np.array([np.mean(each[:, None] <= band.at + 1e-9, axis=0) for each in places])
    inside = ((curves >= band.low - 1e-9) & (curves <= band.high + 1e-9)).all(axis=1)
    assert 0.87 < inside.mean() < 0.95


def test_too_few_ranks_for_a_histogram_are_refused():
    with pytest.raises(ValueError, match="too few"):
        chi_square_p_value(np.array([1, 2, 3]), NUM_DRAWS)
