from datetime import date

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import brentq

from strategies.entries import diary, dose
from surcease.diary import civil_days
from surcease.effects.exposed import expose_pulse
from surcease.effects.given import given_treatments
from surcease.effects.pulse_effect import (
    LONGEST_HALF_DAYS,
    PulseDraws,
    days_to_half,
    next_due,
    reduction_over,
    wear_off_curve,
)
from surcease.effects.slots import cut_days

WHOLE = np.array([1.0])


def one_draw(beta=-1.2, half=15.0, sharpness=3.0, onset=1.0):
    return PulseDraws(onset, np.array([beta]), np.array([half]), np.array([sharpness]))


def reduction(u, beta=-1.2, half=15.0, sharpness=3.0, onset=1.0):
    return 1 - np.exp(beta * (1 - np.exp(-u / onset)) / (1 + (u / half) ** sharpness))


def test_the_mean_over_two_weeks_is_the_integral_over_two_weeks():
    found = reduction_over(one_draw(), WHOLE)
    for days in (14, 28, 56, 84):
        expected = quad(reduction, 0, days)[0] / days
        assert found[days].median == pytest.approx(expected, abs=0.005)


def test_the_half_time_is_where_the_reduction_has_halved():
    peak = max(reduction(u) for u in np.linspace(0.1, 14, 500))
    expected = brentq(lambda u: reduction(u) - peak / 2, 8, 100)
    assert days_to_half(one_draw())[0] == pytest.approx(expected, rel=0.01)


def test_more_attacks_wear_off_as_well():
    draws = one_draw(beta=0.5)
    assert 5.0 < days_to_half(draws)[0] < 30.0
    assert wear_off_curve(draws, WHOLE)[0].reduction.median < 0.0


def test_an_effect_that_hardly_fades_is_said_to_last_two_years():
    assert days_to_half(one_draw(half=1e6))[0] == LONGEST_HALF_DAYS


def test_the_half_time_of_no_effect_is_finite():
    assert np.isfinite(days_to_half(one_draw(beta=0.0))).all()


def test_the_curve_starts_low_with_a_slow_onset():
    curve = wear_off_curve(one_draw(onset=7.0), WHOLE)
    by_day = {point.day: point.reduction.median for point in curve}
    assert by_day[0.5] < by_day[7.0] > by_day[42.0]


def doses_at_ten_at_night():
    record = diary(
        doses=tuple(dose(f"2024-0{month}-10T22:00", "magnesium_sulfate_iv") for month in (1, 3))
    )
    known = civil_days(record, date(2024, 1, 1), date(2024, 4, 9))
    slots = cut_days(known, {}, ())
    return expose_pulse(given_treatments(record)[0], date(2024, 1, 1), slots)


def test_the_next_dose_is_due_when_the_latest_one_has_halved():
    due = next_due(doses_at_ten_at_night(), np.array([10.0, 20.0, 30.0]), np.full(3, 1 / 3))
    assert due.median == date(2024, 3, 30)
    assert due.low < due.median < due.high
    assert due.level == 0.8


@pytest.mark.parametrize(
    ("low", "high", "days"),
    [
        (10.0, 12.0, (21, 22)),  # from 22:00 on the 20th to 22:00 on the 22nd: two days
        (10.5, 12.5, (21, 22)),
        (10.2, 10.4, (21, 21)),
        (10.0, 10.05, (20, 20)),
    ],
)
def test_the_days_of_an_interval_begin_and_end_at_the_nearest_midnights(low, high, days):
    half_days, weight = np.array([low, (low + high) / 2, high]), np.array([0.2, 0.6, 0.2])
    due = next_due(doses_at_ten_at_night(), half_days, weight)
    assert (due.low.day, due.high.day) == days
