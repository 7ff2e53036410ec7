from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from strategies.entries import diary, dose
from surcease.diary import Day, DayState
from surcease.effects.arrays import build_arrays
from surcease.effects.dose_gaps import DoseGaps, dose_gaps
from surcease.effects.effect import TreatmentEffect, Verdict
from surcease.effects.exposed import horizon_days
from surcease.effects.given import given_treatments
from surcease.effects.pulse_effect import PulseDraws
from surcease.effects.repeated_doses import mean_rate_ratio
from surcease.effects.schedule import (
    DAYS_A_MONTH,
    MOST_INTERVALS,
    intervals_between,
    schedule,
    usual_intervals,
)
from surcease.inference.parameters import LOG_LEAVE, LOG_RETURN, pulse_beta
from surcease.inference.paths import sample_paths
from surcease.inference.posterior import Posterior

START = date(2024, 1, 1)
KEY = "magnesium_sulfate_iv"
HORIZON = 240.0
ONCE = PulseDraws(0.5, np.array([-1.2]), np.array([15.0]), np.array([3.0]))


def doses_every(gaps):
    at = np.cumsum([4, *gaps])
    return tuple(f"{START + timedelta(days=int(each))}T10:00" for each in at)


def arrays_of(doses, number=120):
    days = [
        Day(START + timedelta(days=each), DayState.ATTACKS, 2, 0, 1.0) for each in range(number)
    ]
    return build_arrays(days, given_treatments(diary(doses=tuple(dose(at, KEY) for at in doses))))


def posterior_of(arrays, betas):
    theta = np.repeat(arrays.problem.prior_mean[None, :], len(betas), axis=0)
    theta[:, LOG_LEAVE], theta[:, LOG_RETURN] = -15.0, 0.0
    theta[:, pulse_beta(0)] = betas
    weight = np.full(len(betas), 1.0 / len(betas))
    return Posterior(theta, weight, "psis", 0.0, float(len(betas)), 0.0, True)


def effect_of(verdict=Verdict.STRONG):
    return TreatmentEffect(
        KEY, "Infusion", "preventive", 4, START, START, verdict, ("posterior_like_prior",)
    )


def schedule_of(betas=(-1.2, -1.0, -0.8), verdict=Verdict.STRONG, gaps=(25, 30, 28)):
    arrays = arrays_of(doses_every(gaps))
    posterior = posterior_of(arrays, betas)
    rng = np.random.default_rng(1)
    paths = sample_paths(rng, arrays.problem, posterior.theta, posterior.weight, 60)
    return schedule(arrays, posterior, paths, effect_of(verdict), intervals_between(7, 60))


def brute_force(every, beta=-1.2, onset=0.5, half=15.0, sharpness=3.0):
    """Follow every dose of two years through every quarter of an hour of the last interval."""
    now = 730 + np.arange(0.0, every, 1 / 96) + 1 / 192
    spared = np.ones_like(now)
    for given in 730 - every * np.arange(int(HORIZON / every) + 1):
        since = now - given
        g = (1 - np.exp(-since / onset)) / (1 + (since / half) ** sharpness)
        spared *= 1 - np.where(since <= HORIZON, g, 0.0)
    return np.exp(beta * (1 - spared)).mean()


@pytest.mark.parametrize("every", [5, 14, 30, 60, 200])
def test_steady_doses_are_followed_through_an_interval(every):
    found = mean_rate_ratio(ONCE, HORIZON, every)
    assert found[0] == pytest.approx(brute_force(every), abs=0.005)


def test_a_single_dose_would_be_told_from_steady_ones():
    u = np.arange(0.05, 14, 0.1)
    alone = np.exp(-1.2 * (1 - np.exp(-u / 0.5)) / (1 + (u / 15.0) ** 3.0)).mean()
    assert abs(mean_rate_ratio(ONCE, HORIZON, 14)[0] - alone) > 0.02


def test_the_further_apart_the_more_attacks_where_a_treatment_helps():
    attacks = [each.attacks.median for each in schedule_of().by_interval]
    assert all(sooner <= later for sooner, later in pairwise(attacks))


def test_the_further_apart_the_fewer_attacks_where_it_harms():
    attacks = [each.attacks.median for each in schedule_of(betas=(0.3, 0.5)).by_interval]
    assert all(sooner >= later for sooner, later in pairwise(attacks))


def test_without_an_effect_every_interval_is_the_same():
    found = schedule_of(betas=(0.0,))
    assert {each.reduction.median for each in found.by_interval} == {0.0}
    assert found.by_interval[0].attacks == found.without == found.as_given


def test_doses_as_given_lie_between_the_shortest_interval_and_none():
    found = schedule_of()
    assert found.by_interval[0].attacks.median < found.as_given.median < found.without.median


def test_a_month_of_a_steady_diary_has_its_attacks():
    assert schedule_of(betas=(0.0,)).as_given.median == pytest.approx(2 * DAYS_A_MONTH, rel=0.1)


def test_nothing_is_said_of_intervals_where_the_diary_cannot_tell():
    found = schedule_of(verdict=Verdict.CANNOT_TELL)
    assert (found.by_interval, found.as_given, found.without) == ((), None, None)
    assert found.because == ("posterior_like_prior",)


def test_only_intervals_that_the_diary_has_seen_are_marked_so():
    seen = [each.every_days for each in schedule_of().by_interval if each.seen]
    assert (min(seen), max(seen)) == (25, 28)


def gaps_of(gaps, number=120):
    arrays = arrays_of(doses_every(gaps), number)
    posterior = posterior_of(arrays, (-1.0,))
    rng = np.random.default_rng(1)
    paths = sample_paths(rng, arrays.problem, posterior.theta, posterior.weight, 20)
    return dose_gaps(arrays, arrays.pulses[0], paths)


def test_a_pause_is_no_interval():
    found = gaps_of((20, 24, 200), number=300)
    assert (found.shortest_days, found.usual_days) == (20.0, 22.0)


def test_a_dose_written_twice_in_a_day_makes_no_interval():
    arrays = arrays_of((*doses_every((20, 24)), "2024-01-05T12:00"))
    posterior = posterior_of(arrays, (-1.0,))
    paths = sample_paths(
        np.random.default_rng(1), arrays.problem, posterior.theta, posterior.weight, 20
    )
    assert dose_gaps(arrays, arrays.pulses[0], paths).shortest_days > 19


def test_one_dose_has_no_interval_but_was_seen_to_fade():
    found = gaps_of(())
    assert (found.shortest_days, found.usual_days) == (None, None)
    assert found.seen_to_days == pytest.approx(109, abs=1)
    assert not found.seen(28)


def test_a_dose_on_the_last_day_was_not_seen_to_fade():
    assert gaps_of((), number=6).seen_to_days is None
    assert not replace(DoseGaps(20.0, 22.0, 30.0), seen_to_days=None).seen(22)


def test_intervals_are_whole_days_and_not_too_many():
    assert intervals_between(14, 17) == [14, 15, 16, 17]
    assert intervals_between(28, 28) == [28]
    many = intervals_between(1, 730)
    assert (many[0], many[-1], len(many)) == (1, 730, MOST_INTERVALS)


def test_the_usual_intervals_are_around_the_published_duration():
    (pulse,) = arrays_of(doses_every((30,))).pulses
    found = usual_intervals(pulse)
    assert found[0] == round(pulse.half_prior_days / 2)
    assert found[-1] == round(3 * pulse.half_prior_days)
    assert horizon_days(pulse.half_prior_days) == 20 * pulse.half_prior_days
