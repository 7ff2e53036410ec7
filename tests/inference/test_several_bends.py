"""Draws from sources in several bends' coordinates, weighed together."""

import numpy as np
import pytest
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

from surcease.inference.bend import Bend, no_bend
from surcease.inference.importance import Sampling, sample_importance
from surcease.inference.proposal import component

SIZE = 4
SAMPLING = Sampling(learnt=100.0, enough=1000.0)
LEFT, RIGHT = np.full(SIZE, -3.0), np.full(SIZE, 3.0)
SHARE_LEFT = 0.7


def straight_at(centre):
    return no_bend(centre, np.eye(SIZE), np.arange(SIZE))


def bowed_at(centre):
    bow = np.triu(np.full((SIZE, SIZE), 0.3), 1)
    flare = np.triu(np.full((SIZE, SIZE), 0.1), 1)
    return Bend(centre, np.eye(SIZE), bow, flare, np.full(SIZE, 0.2))


LEFT_BEND, RIGHT_BEND = bowed_at(LEFT), straight_at(RIGHT)
WIDE = no_bend(np.zeros(SIZE), 10.0 * np.eye(SIZE), np.arange(SIZE))


def log_density(theta):
    """Return that of two modes: one bowed, with 70% of the posterior, and a normal one."""
    u, log_volume = LEFT_BEND.to_straight(theta)
    bowed = multivariate_normal(np.zeros(SIZE)).logpdf(u) - log_volume
    normal = multivariate_normal(RIGHT).logpdf(theta)
    both = np.array([np.log(SHARE_LEFT) + bowed, np.log(1.0 - SHARE_LEFT) + normal])
    return logsumexp(both, axis=0)


def sampled(seed, bends):
    first = [
        component(np.zeros(SIZE), np.eye(SIZE), SAMPLING.first_round // len(bends), bend)
        for bend in range(len(bends))
    ]
    return sample_importance(np.random.default_rng(seed), log_density, bends, first, SAMPLING)


def share_left(drawn):
    return np.exp(drawn.log_weight) @ (drawn.theta.sum(axis=1) < 0.0)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_each_mode_has_its_share_whichever_bend_comes_first(order):
    bends = [LEFT_BEND, RIGHT_BEND, WIDE]
    drawn = [sampled(seed, [bends[each] for each in order]) for seed in range(10)]
    assert np.mean([share_left(each) for each in drawn]) == pytest.approx(SHARE_LEFT, abs=0.02)
    assert np.mean([each.log_evidence for each in drawn]) == pytest.approx(0.0, abs=0.02)


def test_a_bend_for_each_mode_makes_more_of_the_draws_effective():
    wide = np.mean([sampled(seed, [WIDE]).efficiency for seed in range(5)])
    both = np.mean([sampled(seed, [LEFT_BEND, RIGHT_BEND]).efficiency for seed in range(5)])
    assert both > 0.8
    assert wide < 0.3


def test_with_one_mode_left_out_its_share_is_missed():
    drawn = sampled(1, [straight_at(RIGHT)])
    assert drawn.log_evidence < np.log(0.9)


def test_a_bend_where_nothing_is_does_no_harm():
    nowhere = straight_at(np.full(SIZE, 40.0))
    drawn = [sampled(seed, [LEFT_BEND, RIGHT_BEND, nowhere]) for seed in range(10)]
    assert np.mean([share_left(each) for each in drawn]) == pytest.approx(SHARE_LEFT, abs=0.03)
    assert min(each.efficiency for each in drawn) > 0.3
