import numpy as np
import pytest

from strategies.problems import COURSE_MEAN, LEVELS
from surcease.inference.forecast import continue_courses, one_day

NUM_COURSES = 40
COPIES = 100
NUM_DAYS = 20


def state_shares(theta, last_state, seed):
    """Return the share of courses in each state on the last day to come."""
    ahead = continue_courses(
        np.random.default_rng(seed),
        LEVELS,
        np.repeat(theta[None, :], NUM_COURSES, axis=0),
        np.full(NUM_COURSES, last_state),
        NUM_DAYS,
        COPIES,
    )
    return np.bincount(ahead[..., -1].ravel(), minlength=LEVELS.size + 1) / (NUM_COURSES * COPIES)


def largest_z(shares, expected):
    noise = np.sqrt(expected * (1 - expected) / (NUM_COURSES * COPIES)) + 1e-4
    return np.abs((shares - expected) / noise).max()


@pytest.mark.parametrize("last_state", [0, 12, 23])
def test_the_last_day_to_come_has_the_law_of_the_chain(last_state):
    law = np.linalg.matrix_power(one_day(LEVELS, COURSE_MEAN), NUM_DAYS)[last_state]
    assert largest_z(state_shares(COURSE_MEAN, last_state, seed=1), law) < 4.5


def test_a_course_of_other_parameters_would_be_noticed():
    law = np.linalg.matrix_power(one_day(LEVELS, COURSE_MEAN), NUM_DAYS)[12]
    other = COURSE_MEAN + np.array([0, 0, 0, 1.0, 0, 0, 0, 0])
    assert largest_z(state_shares(other, 12, seed=1), law) > 6.0


def test_each_course_goes_on_by_its_own_parameters():
    leaves_at_once, stays = COURSE_MEAN.copy(), COURSE_MEAN.copy()
    leaves_at_once[3], stays[3] = 5.0, -20.0
    ahead = continue_courses(
        np.random.default_rng(2),
        LEVELS,
        np.array([leaves_at_once, stays]),
        np.array([12, 12]),
        1,
        50,
    )
    assert ahead.shape == (2, 50, 1)
    assert (ahead[0] == 0).mean() > 0.9
    assert (ahead[1] > 0).all()
