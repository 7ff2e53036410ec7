import numpy as np
import pytest

from strategies.problems import make_problem
from surcease.inference.density import log_density
from surcease.inference.left_out import Stretches, leave_out, log_ratios_without


def watched(num_slots=60):
    """A diary with unknown days and with days cut in two."""
    counts = np.random.default_rng(3).poisson(2, num_slots)
    counts[[5, 6, 30]] = -1
    opens_day = np.ones(num_slots, dtype=np.bool_)
    opens_day[[10, 21, 41]] = False
    doses = [[3.3, 25.2]]
    return make_problem(counts, doses, [np.linspace(0, 1, num_slots)], opens_day=opens_day)


def stretch(problem, first, last):
    """Return one stretch, with the days that lie in it with all their slots."""
    opens = np.flatnonzero(problem.opens_day)
    closes = [*opens[1:], problem.counts.size]
    days = [
        problem.counts[a:b].max()
        for a, b in zip(opens, closes, strict=True)
        if first <= a and b <= last
    ]
    numbers = (first, last, sum(n == 0 for n in days), sum(n > 0 for n in days))
    return Stretches(*(np.array([each], dtype=np.int64) for each in numbers))


def draws(problem, number=3):
    z = 0.5 * np.random.default_rng(4).standard_normal((number, problem.prior_mean.size))
    return problem.prior_mean + problem.prior_sd * z


@pytest.mark.parametrize(
    ("first", "last"),
    [(0, 5), (4, 12), (20, 22), (40, 41), (55, 60), (9, 60), (0, 60), (30, 31), (59, 60)],
)
def test_leaving_out_a_stretch_is_never_having_observed_it(first, last):
    problem = watched()
    left_out = stretch(problem, first, last)
    without = leave_out(problem, left_out, 0)
    expected = [log_density(each, without) - log_density(each, problem) for each in draws(problem)]
    found = log_ratios_without(draws(problem), problem, left_out)
    np.testing.assert_allclose(found[:, 0], expected, rtol=0, atol=1e-8)


def test_what_was_counted_in_a_stretch_that_is_left_out_does_not_matter():
    problem = watched()
    counts = problem.counts.copy()
    counts[14:18] = 50
    first, second = (
        leave_out(each, stretch(each, 14, 18), 0)
        for each in (problem, problem._replace(counts=counts, busy_days=problem.busy_days))
    )
    theta = draws(problem)[0]
    assert log_density(theta, first) == pytest.approx(log_density(theta, second))
