import numpy as np
import pytest
from scipy.stats import multivariate_t

from surcease.inference.bend import no_bend
from surcease.inference.importance import Points, Sampling, sample_importance
from surcease.inference.proposal import component, draw, log_pdf

SIZE = 6
SAMPLING = Sampling(learnt=100.0, enough=400.0)


def sampled(seed, heavy_tailed=(0,)):
    """Draw from a normal of which the first parameter is a t, wider than the first round thinks."""

    def log_density(theta):
        first = multivariate_t([0.0], [[4.0]], df=5).logpdf(theta[:, :1])
        return first - 0.5 * np.square(theta[:, 1:]).sum(axis=1)

    return sample_importance(
        np.random.default_rng(seed),
        log_density,
        [no_bend(np.zeros(SIZE), np.eye(SIZE), np.arange(SIZE))],
        [component(np.zeros(SIZE), np.eye(SIZE), SAMPLING.first_round)],
        SAMPLING,
        heavy_tailed=heavy_tailed,
    )


def test_enough_draws_count():
    drawn = sampled(1)
    assert drawn.ess >= SAMPLING.enough
    assert drawn.log_weight.size == drawn.theta.shape[0]
    assert np.exp(drawn.log_weight).sum() == pytest.approx(1.0)


def test_a_heavy_tail_is_as_wide_as_it_is():
    variances = []
    for seed in range(30):
        drawn = sampled(seed)
        variances.append(np.exp(drawn.log_weight) @ drawn.theta[:, 0] ** 2)
    assert np.sqrt(np.mean(variances)) == pytest.approx(2.0 * np.sqrt(5 / 3), rel=0.05)


def test_the_evidence_is_that_of_the_density():
    found = [sampled(seed).log_evidence for seed in range(10)]
    assert np.mean(found) == pytest.approx(0.5 * (SIZE - 1) * np.log(2.0 * np.pi), abs=0.05)


def test_no_parameter_needs_to_be_heavy_tailed():
    assert sampled(2, ()).ess >= SAMPLING.enough


@pytest.mark.parametrize("impossible", [-np.inf, np.nan])
def test_impossible_draws_are_left_out(impossible):
    drawn = sample_importance(
        np.random.default_rng(3),
        lambda theta: np.where(theta[:, 1] < 1.0, -0.5 * np.square(theta).sum(axis=1), impossible),
        [no_bend(np.zeros(SIZE), np.eye(SIZE), np.arange(SIZE))],
        [component(np.zeros(SIZE), np.eye(SIZE), SAMPLING.first_round)],
        SAMPLING,
    )
    theta, weight = drawn.with_weight()
    assert drawn.theta[:, 1].max() > 1.0 > theta[:, 1].max()
    assert weight.sum() == pytest.approx(1.0)


def test_a_draw_is_weighed_against_all_sources_by_their_draws():
    near = component(np.zeros(SIZE), np.eye(SIZE), 30)
    far = component(np.full(SIZE, 5.0), np.eye(SIZE), 10)
    u = draw(np.random.default_rng(4), near)
    of_each = np.array([log_pdf(near, u), log_pdf(far, u)])
    points = Points(u, u[None], np.zeros((1, 30)), np.zeros(30), of_each, (near, far))
    np.testing.assert_array_equal(points.log_q_of(points.sources), of_each)
    expected = -np.log(0.75 * np.exp(of_each[0]) + 0.25 * np.exp(of_each[1]))
    np.testing.assert_allclose(points.log_ratio, expected)
