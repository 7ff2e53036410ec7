from datetime import date
from itertools import groupby

import numpy as np
import pytest
from scipy.special import i0, i1

from surcease.simulation.bouts import Alternating, Endless, Geometric, Lognormal, Season, Yearly
from surcease.simulation.clock import civil_hours
from surcease.simulation.course import (
    Course,
    LognormalPoisson,
    NegativeBinomial,
    Poisson,
    Scatter,
    Walk,
)
from surcease.simulation.habits import Habits

START = date(2021, 1, 1)
LONG = 40_000


def run_lengths(days: np.ndarray, value: bool) -> list[int]:
    runs = [(each, len(list(same))) for each, same in groupby(days.tolist())]
    return [length for each, length in runs[1:-1] if each is value]


def close(found: float, expected: float) -> bool:
    return abs(found / expected - 1) < 0.1


def test_bouts_and_remissions_last_as_long_as_asked() -> None:
    bouts = Alternating(Geometric(mean_days=40), Lognormal(median_days=100, log_sd=0.5))
    days = bouts.draw(START, LONG, np.random.default_rng(1))
    assert close(np.mean(run_lengths(days, True)), 40)
    assert close(np.median(run_lengths(days, False)), 100)
    assert not close(np.mean(run_lengths(days, True)), 48)


def test_a_season_moves_bouts_towards_its_peak() -> None:
    def in_spring(strength: float) -> float:
        season = Season(peak_day_of_year=100, strength=strength)
        bouts = Alternating(Geometric(5), Geometric(100), season)
        days = bouts.draw(START, LONG, np.random.default_rng(2))
        angle = 2 * np.pi * (np.flatnonzero(np.diff(days.astype(int)) == 1) + 1 - 100) / 365.25
        return float(np.cos(angle).mean())

    assert in_spring(0.8) == pytest.approx(0.4, abs=0.1)
    assert in_spring(0.0) == pytest.approx(0.0, abs=0.1)


def test_a_yearly_bout_comes_every_year_around_its_day() -> None:
    days = Yearly(75, 5, Lognormal(30, 0.1)).draw(START, 3653, np.random.default_rng(3))
    begins = np.flatnonzero(np.diff(days.astype(int)) == 1) + 1
    assert len(begins) == 10
    assert np.abs(begins % 365.25 - 75).max() < 20


def test_an_endless_bout_has_no_quiet_day() -> None:
    assert Endless().draw(START, 100, np.random.default_rng(0)).all()


@pytest.mark.parametrize("sigma", [0.12, 0.24])
def test_the_walk_is_stationary_with_the_volatility_asked_for(sigma: float) -> None:
    walk = Walk(mu=0.5, sigma=sigma, kappa=0.05, most_per_day=1e9)
    path = walk.draw(np.ones(LONG, dtype=bool), np.random.default_rng(4))
    assert path.mean() == pytest.approx(0.5, abs=0.1)
    assert close(path.std(), sigma / np.sqrt(2 * 0.05))
    assert close(np.diff(path).std(), sigma * np.sqrt((1 - np.exp(-0.05)) / 0.05))
    assert not close(path.std(), 1.3 * sigma / np.sqrt(2 * 0.05))


def test_each_bout_begins_at_a_level_of_its_own() -> None:
    in_bout = np.tile([True, False], LONG)
    levels = Walk(mu=0.5, sigma=0.1, kappa=0.05).draw(in_bout, np.random.default_rng(5))[::2]
    assert abs(np.corrcoef(levels[1:], levels[:-1])[0, 1]) < 0.05
    assert close(levels.std(), Walk(mu=0.5, sigma=0.1, kappa=0.05).stationary_sd)


def test_the_rate_never_passes_its_limit() -> None:
    course = Course(walk=Walk(sigma=2, most_per_day=12))
    assert course.draw(START, 1000, np.random.default_rng(6)).rate.max() == pytest.approx(12)


def test_a_remission_has_the_background_rate() -> None:
    course = Course(bouts=Yearly(200, 0, Lognormal(5, 0)), outside_per_day=0.01)
    nature = course.draw(START, 100, np.random.default_rng(7))
    assert set(nature.rate) == {0.01}
    assert not nature.in_bout.any()


@pytest.mark.parametrize(
    ("scatter", "variance_over_mean"),
    [
        (Poisson(), 1.0),
        (NegativeBinomial(phi=3), 1 + 2.5 / 3),
        (LognormalPoisson(log_sd=0.5), 1 + 2.5 * (np.exp(0.25) - 1)),
    ],
    ids=["Poisson", "negative binomial", "lognormal Poisson"],
)
def test_counts_scatter_as_their_law_says(scatter: Scatter, variance_over_mean: float) -> None:
    rng = np.random.default_rng(8)
    counts = rng.poisson(2.5 * scatter.draw(LONG, rng))
    assert close(counts.mean(), 2.5)
    assert close(counts.var() / counts.mean(), variance_over_mean)
    assert not close(counts.var() / counts.mean(), 1.3 * variance_over_mean)


def whole_days(counts, hours):
    return list(zip(hours.first[1:].tolist(), counts.tolist(), strict=True))


def test_attacks_begin_around_two_at_night() -> None:
    habits = Habits(peak_hour=2, concentration=0.8)
    hours = civil_hours("Etc/UTC", START, 3000)
    counts = np.full(3000, 2)
    weights = habits.onset_weights(hours)
    attacks = habits.draw(whole_days(counts, hours), weights, hours, np.random.default_rng(9))
    angle = 2 * np.pi * (attacks.started % 86_400) / 86_400
    mean = np.exp(1j * angle).mean()
    assert np.angle(mean) / (2 * np.pi) * 24 == pytest.approx(2, abs=0.4)
    assert close(abs(mean), i1(0.8) / i0(0.8))
    assert not close(abs(mean), i1(1.2) / i0(1.2))


def test_attacks_of_a_full_day_neither_overlap_nor_leave_their_day() -> None:
    habits = Habits()
    hours = civil_hours("America/New_York", date(2021, 3, 13), 3)
    counts = np.array([60, 90, 1])
    attacks = habits.draw(
        whole_days(counts, hours), habits.onset_weights(hours), hours, np.random.default_rng(10)
    )
    assert np.bincount(attacks.day).tolist() == counts.tolist()
    assert (np.diff(attacks.started) > 60 * attacks.minutes[:-1]).all()
    midnights = hours.starts[hours.first[attacks.day]]
    lengths = np.array([24, 23, 24])[attacks.day] * 3600
    assert ((attacks.started >= midnights) & (attacks.started < midnights + lengths)).all()
    assert attacks.minutes.min() >= 1
    assert attacks.intensity.min() >= 1
    assert attacks.intensity.max() <= 10
