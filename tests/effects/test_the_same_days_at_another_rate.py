import numpy as np
import pytest

from surcease.effects.same_days import change_in_attacks, count_attacks, within_reason

PHI = 2.0
RATE = 3.0


def days(seed):
    """Draw the attacks of many days alike, one a row, with the luck that each had."""
    rng = np.random.default_rng(seed)
    luck = rng.standard_gamma(PHI, (400_000, 1)) / PHI
    return rng, rng.poisson(RATE * luck), luck


def at_other_rate(ratio, seed=1):
    rng, attacks, luck = days(seed)
    rate, log_ratio = np.full_like(luck, RATE), np.full_like(luck, np.log(ratio))
    change = change_in_attacks(rng, attacks, rate, log_ratio, luck)
    return attacks[:, 0], attacks[:, 0] + change


@pytest.mark.parametrize("ratio", [0.3, 0.9, 1.0, 1.1, 3.0])
def test_they_have_the_negative_binomial_number_of_that_rate(ratio):
    _, other = at_other_rate(ratio)
    mean = ratio * RATE
    assert other.mean() == pytest.approx(mean, rel=0.01)
    assert other.var() == pytest.approx(mean + mean**2 / PHI, rel=0.03)


def test_a_day_without_its_luck_would_be_noticed():
    rng, attacks, luck = days(seed=2)
    rate = np.full_like(luck, RATE)
    change = change_in_attacks(rng, attacks, rate, np.full_like(luck, np.log(3.0)), luck * 0 + 1)
    mean = 3.0 * RATE
    assert (attacks[:, 0] + change).var() < 0.7 * (mean + mean**2 / PHI)


def test_nothing_changes_at_the_same_rate():
    attacks, other = at_other_rate(1.0)
    assert (attacks == other).all()


@pytest.mark.parametrize(("ratio", "fewer"), [(0.5, True), (2.0, False)])
def test_no_day_moves_the_wrong_way(ratio, fewer):
    attacks, other = at_other_rate(ratio)
    assert ((other <= attacks) if fewer else (other >= attacks)).all()


@pytest.mark.parametrize("log_ratio", [-2000.0, 2000.0])
def test_an_effect_of_which_nothing_is_known_stays_a_number(log_ratio):
    rate = within_reason(np.array([[0.0, np.inf, 1.0]]))
    attacks, ones = np.array([[0, 5, 1]]), np.ones((1, 3))
    change = change_in_attacks(np.random.default_rng(3), attacks, rate, log_ratio * ones, ones)
    assert np.isfinite(change).all()
    assert (change == -6) if log_ratio < 0 else (change > 0)


def test_attacks_are_counted_in_whole_ones():
    counted = count_attacks(np.array([[0, 1], [1, 2]]))
    assert (counted.low, counted.high) == (0.0, 2.0)
    assert counted.median == 1.0
