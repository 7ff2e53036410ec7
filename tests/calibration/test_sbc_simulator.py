"""The simulator of the model draws diaries as often as the plain density says."""

from itertools import product

import numpy as np
import pytest
from scipy.stats import chisquare

from oracles.model_simulation import UNKNOWN, simulate_problem
from oracles.plain_density import plain_log_likelihood
from posteriors.sbc_problem import sbc_arrays
from strategies.problems import make_problem

NUM_DIARIES = 2000
LEVELS = np.linspace(-1.2, 1.2, 4)
THETA = np.array([-0.3, -1.0, -1.5, -1.0, -1.2, 0.3, -0.4, -1.0, -0.8, 1.0, 0.5, 0.4])
WHOLE_DAYS = (True, True, True)
LAST_DAY_IN_TWO = (True, True, False)


def diaries_of_few_attacks(opens_day):
    """Every day unknown or with up to one attack; a day in two slots is never unknown."""
    known, any_count = (0, 1), (UNKNOWN, 0, 1)
    whole = 3 if opens_day == WHOLE_DAYS else 1
    slots = [any_count if slot < whole else known for slot in range(3)]
    return [problem_of(each, opens_day) for each in product(*slots)]


def problem_of(counts, opens_day):
    problem = make_problem(
        counts, doses=[[0.3]], regimens=[[0.5, 1.0, 0.2]], length=[1, 0.8, 1.1], opens_day=opens_day
    )
    whole = np.array(counts if opens_day == WHOLE_DAYS else counts[:1])
    return problem._replace(
        levels=LEVELS, quiet_days=int(sum(whole == 0)), busy_days=int(sum(whole > 0))
    )


def p_value(opens_day, simulated_theta):
    """Compare how often each diary is drawn with how often the density expects it."""
    diaries = diaries_of_few_attacks(opens_day)
    expected = [NUM_DIARIES * np.exp(plain_log_likelihood(THETA, each)) for each in diaries]
    place = {tuple(each.counts): n for n, each in enumerate(diaries)}
    drawn = np.zeros(len(diaries) + 1)
    rng = np.random.default_rng(31)
    for _ in range(NUM_DIARIES):
        found = simulate_problem(rng, simulated_theta, diaries[0])
        drawn[place.get(tuple(found.counts), -1)] += 1
    return chisquare(drawn, [*expected, NUM_DIARIES - sum(expected)]).pvalue


@pytest.mark.parametrize("opens_day", [WHOLE_DAYS, LAST_DAY_IN_TWO])
def test_diaries_come_as_often_as_they_are_likely(opens_day):
    assert p_value(opens_day, THETA) > 0.01


@pytest.mark.parametrize(("parameter", "change"), [(0, 0.5), (5, -2.0), (6, 0.5), (8, 1.2)])
def test_diaries_of_other_parameters_do_not(parameter, change):
    other = THETA.copy()
    other[parameter] += change
    assert p_value(WHOLE_DAYS, other) < 1e-3


def test_a_day_in_two_slots_is_always_known_and_says_nothing_of_recording():
    problem = sbc_arrays().problem
    day = np.cumsum(problem.opens_day) - 1
    cut = np.bincount(day)[day] == 2
    assert cut.sum() == 8
    found = simulate_problem(np.random.default_rng(32), problem.prior_mean, problem)
    assert (found.counts[cut] != UNKNOWN).all()
    assert found.quiet_days + found.busy_days == (found.counts[~cut] != UNKNOWN).sum()
