from types import SimpleNamespace

import numpy as np
import pytest
from scipy.special import expit

from surcease.effects.severity.change import cutpoints_of, mean_scores, ratio_of_durations
from surcease.effects.severity.exposure import natural_rate
from surcease.inference.paths import Paths

SCORE = np.array([2.0, 5.0, 9.0])


def draws(log_sd, first_cut=-1.0, log_gap=0.5):
    """Return one draw of a course with such a spread and of the cutpoints of three grades."""
    return np.array([[log_sd, -4.0, log_sd, -0.7, first_cut, log_gap]])


def test_cutpoints_are_a_first_one_and_gaps():
    assert cutpoints_of(draws(0.0), 3).tolist() == [[-1.0, pytest.approx(np.exp(0.5) - 1.0)]]


def test_without_a_course_the_mean_is_that_of_the_grades_chances():
    above = expit(0.3 - cutpoints_of(draws(-20.0), 3)[0])
    expected = 2.0 + above @ np.array([3.0, 4.0])
    assert mean_scores(draws(-20.0), np.array([0.3]), SCORE) == pytest.approx(expected)


def test_a_course_is_averaged_over():
    rng = np.random.default_rng(1)
    levels = 0.3 + np.sqrt(2.0) * rng.standard_normal(200_000)
    above = expit(levels[:, None] - cutpoints_of(draws(0.0), 3)[0]).mean(axis=0)
    expected = 2.0 + above @ np.array([3.0, 4.0])
    assert mean_scores(draws(0.0), np.array([0.3]), SCORE) == pytest.approx(expected, abs=0.02)


def test_a_mean_never_leaves_the_scale_and_falls_with_the_level():
    theta = np.repeat(draws(0.0), 5, axis=0)
    means = mean_scores(theta, np.array([60.0, 2.0, 0.0, -2.0, -60.0]), SCORE)
    assert (np.diff(means) < 0).all()
    assert means[[0, -1]] == pytest.approx([9.0, 2.0])


def test_log_odds_become_minutes_by_how_far_apart_the_grades_are():
    minutes = np.log([20.0, 40.0, 80.0])  # a doubling for each log odds, below
    theta = np.array([[0.0, -4.0, 0.0, -0.7, -1.0, 0.0, 0.0]])
    fit = SimpleNamespace(
        posterior=SimpleNamespace(theta=theta),
        grades=SimpleNamespace(score=np.zeros(4), edge=minutes),
        shift=np.array([[-1.0, 2.0]]),
    )
    assert ratio_of_durations(fit, 0, exposure=1.0) == pytest.approx([0.5])
    assert ratio_of_durations(fit, 1, exposure=0.5) == pytest.approx([2.0])


def natural_rate_of(states, mu):
    """Return it for three levels, -1, 0 and 1, and one path a draw."""
    states = np.array(states)
    theta = np.zeros((len(mu), 8))
    theta[:, 0] = mu
    return natural_rate(
        SimpleNamespace(
            arrays=SimpleNamespace(problem=SimpleNamespace(levels=np.array([-1.0, 0.0, 1.0]))),
            paths=Paths(np.arange(len(mu)), states, np.zeros_like(states)),
            posterior=SimpleNamespace(theta=theta),
        )
    )


def test_the_natural_rate_is_the_mean_over_courses_in_a_bout():
    rate = natural_rate_of([[1, 3, 0], [3, 3, 2]], mu=[0.0, 1.0])
    assert np.diff(rate) == pytest.approx([1.5 - 0.5, 1.0 - 1.5])
    assert rate.mean() == pytest.approx(0.0)


def test_in_a_sure_remission_nothing_is_said_of_the_natural_rate():
    assert natural_rate_of([[0, 2], [0, 3]], mu=[0.0, 0.0])[0] == 0.0
    assert natural_rate_of([[0, 0]], mu=[0.0]).tolist() == [0.0, 0.0]
