"""Where the first draws come from: one bend, or one for each mode and one for all of them."""

import numpy as np
import pytest

from strategies.problems import make_problem
from surcease.effects.arrays import starting_points
from surcease.inference.first_round import NEGLIGIBLE_MODE, first_round, those_that_matter
from surcease.inference.mode import Mode, find_modes
from surcease.inference.warp import find_anchor

NUM_DRAWS = 200
ONE_TREATMENT = ((3.5, 12.5),)
TWO_TREATMENTS = ((3.5, 12.5), (8.5,))


def first_of(doses, num_modes=1):
    problem = make_problem([2, 1, 3, 0, 0, 1, 2, 2, 0, 1, 1, 0, 2, 3, 1, 0, 0, 1], doses=doses)
    highest = find_modes(problem, find_anchor(problem), starting_points(problem))[0]
    others = [
        highest._replace(theta=highest.theta + each, log_density=highest.log_density - each)
        for each in range(1, num_modes)
    ]
    return first_round(problem, [highest, *others], NUM_DRAWS)


@pytest.mark.parametrize("doses", [(), ONE_TREATMENT])
def test_a_single_mode_of_one_treatment_or_none_has_one_bend(doses):
    bends, sources = first_of(doses)
    assert len(bends) == 1
    assert [(each.bend, each.num_draws) for each in sources] == [(0, NUM_DRAWS)]


@pytest.mark.parametrize(("doses", "num_modes"), [(TWO_TREATMENTS, 1), (ONE_TREATMENT, 3)])
def test_otherwise_each_mode_has_one_and_all_together_have_a_straight_one(doses, num_modes):
    bends, sources = first_of(doses, num_modes)
    assert [each.bend for each in sources] == list(range(num_modes + 1)) == [*range(len(bends))]
    assert sum(each.num_draws for each in sources) == pytest.approx(NUM_DRAWS, abs=num_modes)
    assert not bends[0].bow.any()
    assert not bends[0].flare.any()


def mode(theta, log_density, sd=1.0):
    return Mode(np.asarray(theta), log_density, sd**2 * np.eye(len(theta)))


def test_a_mode_holds_what_its_height_and_width_say():
    around = those_that_matter([mode([0.0, 0.0], 0.0), mode([4.0, 0.0], -np.log(4.0), sd=2.0)])
    np.testing.assert_allclose(around.shares, 0.5)
    mean, covariance = around.moments()
    np.testing.assert_allclose(mean, [2.0, 0.0])
    np.testing.assert_allclose(covariance, [[2.5 + 4.0, 0.0], [0.0, 2.5]])


def test_a_mode_that_is_far_lower_is_left_out():
    high, low = mode([0.0], 0.0), mode([9.0], -NEGLIGIBLE_MODE - 0.1)
    assert len(those_that_matter([high, low]).modes) == 1
