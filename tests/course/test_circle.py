import numpy as np
import pytest
from scipy import stats

from surcease.course.circle import block_moments, smooth_around, uniformity_p

DRAWS = 2000


def p_values(draw, orders, seed=1):
    rng = np.random.default_rng(seed)
    return np.array([uniformity_p(moments(draw(rng), orders)) for _ in range(DRAWS)])


def moments(angles, orders, blocks=None):
    blocks = np.arange(angles.size) if blocks is None else blocks
    return block_moments(angles, np.ones_like(angles), blocks, orders)


def test_with_one_event_a_block_and_one_order_it_is_the_rayleigh_test():
    angles = np.random.default_rng(2).vonmises(1.0, 0.4, 60)
    z = 60 * (1 - stats.circvar(angles)) ** 2
    assert uniformity_p(moments(angles, 1)) == pytest.approx(np.exp(-z))


def test_p_values_are_uniform_where_nothing_keeps_to_the_circle():
    p = p_values(lambda rng: rng.uniform(0, 2 * np.pi, 100), orders=4)
    assert stats.kstest(p, "uniform").pvalue > 0.01


def test_p_values_are_not_uniform_where_something_does():
    p = p_values(lambda rng: rng.vonmises(2.0, 0.3, 100), orders=4)
    assert stats.kstest(p, "uniform").pvalue < 1e-6


@pytest.mark.parametrize("blocks", [2, 3, 5, 10])
def test_with_few_blocks_the_test_errs_on_the_side_of_no_rhythm(blocks):
    p = p_values(lambda rng: rng.uniform(0, 2 * np.pi, blocks), orders=4)
    assert (p < 0.05).mean() < 0.06
    assert (p < 0.01).mean() < 0.015


def test_two_opposite_peaks_are_seen_by_several_orders_and_missed_by_one():
    def two_peaks(rng):
        return rng.vonmises(0.0, 4.0, 60) + np.pi * rng.integers(0, 2, 60)

    assert (p_values(two_peaks, orders=4) < 0.05).mean() > 0.95
    assert (p_values(two_peaks, orders=1) < 0.05).mean() < 0.2


def test_events_that_come_together_are_one_piece_of_evidence():
    def in_fours(rng):
        return np.repeat(rng.uniform(0, 2 * np.pi, 20), 4)

    together = np.repeat(np.arange(20), 4)
    rng = np.random.default_rng(3)
    draws = [in_fours(rng) for _ in range(DRAWS)]
    as_blocks = np.array([uniformity_p(moments(each, 4, together)) for each in draws])
    one_by_one = np.array([uniformity_p(moments(each, 4)) for each in draws])
    assert (as_blocks < 0.05).mean() < 0.06
    assert (one_by_one < 0.05).mean() > 0.5


@pytest.mark.parametrize("orders", [1, 2, 4])
def test_events_exactly_opposite_in_every_block_are_no_first_order_rhythm(orders):
    angles = np.tile([0.3, 0.3 + np.pi], 50)
    p = uniformity_p(moments(angles, orders, np.repeat(np.arange(50), 2)))
    assert (p == 1.0) if orders == 1 else (p < 1e-6)


def test_nothing_at_all_is_no_rhythm():
    assert uniformity_p(np.zeros((0, 4), dtype=np.complex128)) == 1.0


def test_smoothing_keeps_the_sum_and_goes_around():
    counts = np.zeros(1440)
    counts[1439] = 6.0
    smoothed = smooth_around(counts, 14.6)
    assert smoothed.sum() == pytest.approx(6.0)
    assert smoothed[0] == pytest.approx(smoothed[1438])


def test_smoothing_is_the_von_mises_density():
    counts = np.zeros(1440)
    counts[0] = 1.0
    angles = np.arange(1440) * 2 * np.pi / 1440
    density = stats.vonmises.pdf(angles, 14.6) * 2 * np.pi / 1440
    np.testing.assert_allclose(smooth_around(counts, 14.6), density, atol=1e-12)
