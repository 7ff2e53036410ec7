import numpy as np

from strategies.problems import make_problem
from surcease.inference.both_ends import smooth_states
from surcease.inference.density import prepare
from surcease.inference.paths import sample_paths, systematic_resample

COUNTS = [2, 1, 3, 0, -1, 0, 0, 0, 0, -1, -1, 0, 0, 1, 4, 2, 0, 0, 0, 0] * 3
NUM_PATHS = 4000


def smoothed_laws(theta, problem):
    prepared = prepare(theta, problem)
    return smooth_states(prepared.chain, prepared.emission.weights, problem.opens_day).posterior


def shares_in_remission(theta, problem, seed):
    paths = sample_paths(
        np.random.default_rng(seed), problem, theta[None, :], np.array([1.0]), NUM_PATHS
    )
    return (paths.state == 0).mean(axis=0)


def largest_z(shares, expected):
    noise = np.sqrt(expected * (1 - expected) / NUM_PATHS) + 1e-4
    return np.abs((shares - expected) / noise).max()


def test_drawn_courses_have_the_smoothed_law_of_every_day():
    problem = make_problem(COUNTS)
    theta = problem.prior_mean.copy()
    smoothed = smoothed_laws(theta, problem)
    assert largest_z(shares_in_remission(theta, problem, 5), smoothed[:, 0]) < 4.5


def test_courses_drawn_from_other_parameters_would_be_noticed():
    problem = make_problem(COUNTS)
    theta = problem.prior_mean.copy()
    smoothed = smoothed_laws(theta, problem)
    other = theta + np.array([0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0])
    assert largest_z(shares_in_remission(other, problem, 5), smoothed[:, 0]) > 6.0


def test_the_smoothed_laws_sum_to_one():
    problem = make_problem(COUNTS, doses=[[3.2, 30.7]])
    smoothed = smoothed_laws(problem.prior_mean, problem)
    np.testing.assert_allclose(smoothed.sum(axis=1), 1.0, rtol=1e-10)


def test_systematic_resampling_takes_each_draw_as_often_as_its_weight_says():
    weight = np.array([0.5, 0.25, 0.125, 0.125])
    chosen = systematic_resample(np.random.default_rng(6), weight, 80)
    assert np.bincount(chosen).tolist() == [40, 20, 10, 10]


def test_remission_has_the_background_rate_whatever_is_taken():
    problem = make_problem([0] * 40, regimens=[[3.0] * 40])
    theta = problem.prior_mean.copy()
    theta[-1] = -2.0
    paths = sample_paths(np.random.default_rng(7), problem, theta[None, :], np.array([1.0]), 50)
    assert set(paths.rate[paths.state == 0]) == {0.002}
