"""Whether the clock's test sees rhythms that are there and none that are not."""

from datetime import UTC, datetime, timedelta

import numpy as np
from scipy import stats

from surcease.course.clock import clock
from surcease.diary.events import Attack
from surcease.diary.moment import Moment

START = datetime(2024, 1, 1, tzinfo=UTC)
DRAWS = 150


def attacks_at(days):
    onsets = (START + timedelta(minutes=round(each * 1440)) for each in sorted(days))
    return [Attack(Moment.of(onset, "UTC")) for onset in onsets]


def share_found(draw, seed=4):
    rng = np.random.default_rng(seed)
    found = [clock(attacks_at(draw(rng))).p_uniform for _ in range(DRAWS)]
    return np.mean([p < 0.05 for p in found])


def share_found_by_counting(draw, seed=4):
    rng = np.random.default_rng(seed)
    found = [clock(attacks_at(draw(rng))).by_hour for _ in range(DRAWS)]
    return np.mean([stats.chisquare(by_hour).pvalue < 0.05 for by_hour in found])


def at_any_hour(rng):
    return rng.uniform(0, 40, 80)


def in_runs_at_any_hour(rng):
    """Return runs of one to four attacks, two to four hours apart, begun at any hour."""
    starts = rng.uniform(0, 40, 40)
    runs = (start + np.arange(rng.integers(1, 5)) * rng.uniform(2, 4) / 24 for start in starts)
    return np.concatenate(list(runs))


def at_night(rng):
    return np.arange(40) + rng.vonmises(0.5, 1.0, 40) / (2 * np.pi) + 1


def at_two_opposite_hours(rng):
    return np.arange(60) + rng.integers(0, 2, 60) / 2 + rng.normal(0.1, 0.06, 60) + 1


def to_the_full_hour(draw):
    return lambda rng: np.round(draw(rng) * 24) / 24


def test_attacks_at_any_hour_show_no_rhythm():
    assert share_found(at_any_hour) < 0.09


def test_attacks_that_come_in_runs_show_no_rhythm():
    assert share_found(in_runs_at_any_hour) < 0.09


def test_counting_attacks_by_hour_finds_rhythms_in_runs_where_there_are_none():
    def in_bursts(rng):
        return (rng.uniform(0, 40, 20)[:, None] + np.arange(4) / 96).ravel()

    assert share_found_by_counting(in_bursts) > 0.5
    assert share_found(in_bursts) < 0.09


def test_times_rounded_to_the_hour_show_no_rhythm_of_their_own():
    assert share_found(to_the_full_hour(at_any_hour)) < 0.09


def test_attacks_at_night_show_a_rhythm():
    assert share_found(at_night) > 0.9


def test_attacks_at_two_opposite_hours_show_a_rhythm():
    assert share_found(at_two_opposite_hours) > 0.9
    assert share_found(to_the_full_hour(at_two_opposite_hours)) > 0.9
