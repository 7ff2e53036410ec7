"""Whether the test of a yearly cycle sees cycles that are there and none that are not."""

from datetime import date, timedelta

import numpy as np
from scipy import stats

from strategies.courses import days_of
from surcease.course.season import season

START = date(2010, 3, 10)
NUM_DAYS = 7 * 365 + 2
DRAWS = 100


def bouts_at(rng, starts):
    in_bout = np.zeros(NUM_DAYS, dtype=bool)
    for start in starts:
        in_bout[max(0, int(start)) : max(0, int(start) + int(rng.integers(20, 70)))] = True
    return np.where(in_bout, rng.poisson(1.5, NUM_DAYS), 0)


def free_running(rng):
    """Return bouts every seven to thirteen months, whatever the season."""
    return bouts_at(rng, rng.uniform(0, 300) + np.cumsum(rng.uniform(200, 400, 12)))


def every_winter(rng):
    winters = [(date(year, 1, 10) - START).days for year in range(2011, 2018)]
    return bouts_at(rng, np.array(winters) + rng.normal(0, 20, 7))


def spring_and_autumn(rng):
    months = [(year, month) for year in range(2010, 2017) for month in (4, 10)]
    starts = [(date(year, month, 1) - START).days for year, month in months]
    return bouts_at(rng, np.array(starts) + rng.normal(0, 20, 14))


def recorded_mostly_in_winter(draw):
    def drawn(rng):
        counts = draw(rng)
        months = np.array([(START + timedelta(days=nth)).month for nth in range(NUM_DAYS)])
        known = np.isin(months, (11, 12, 1, 2)) | (rng.random(NUM_DAYS) < 0.3)
        return [int(count) if seen else None for count, seen in zip(counts, known, strict=True)]

    return drawn


def seasons(draw, seed=6):
    rng = np.random.default_rng(seed)
    return [season(days_of(list(draw(rng)), START)) for _ in range(DRAWS)]


def share_found(draw):
    return np.mean([found.p_uniform < 0.05 for found in seasons(draw)])


def share_found_by_counting(draw):
    """Judge attacks by month with a chi-square test, as if attacks were independent."""
    counts = [(found.attacks_by_month, found.observed_by_month) for found in seasons(draw)]
    return np.mean([_chi_square(np.array(a), np.array(o)) < 0.05 for a, o in counts])


def _chi_square(attacks, observed):
    return stats.chisquare(attacks, attacks.sum() * observed / observed.sum()).pvalue


def test_bouts_that_come_in_any_season_show_no_cycle():
    assert share_found(free_running) < 0.12


def test_counting_attacks_by_month_finds_a_cycle_in_every_such_diary():
    assert share_found_by_counting(free_running) > 0.95


def test_a_diary_kept_mostly_in_winter_shows_no_cycle_of_its_own():
    assert share_found(recorded_mostly_in_winter(free_running)) < 0.12


def test_bouts_every_winter_show_a_cycle_with_its_peak_in_winter():
    assert share_found(every_winter) > 0.95
    assert np.mean([found.peak_month in (1, 2) for found in seasons(every_winter)]) > 0.95


def test_bouts_every_spring_and_autumn_show_a_cycle():
    assert share_found(spring_and_autumn) > 0.8
