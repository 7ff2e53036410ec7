from datetime import date

import numpy as np
import pytest

from strategies.entries import attack, diary, dose
from strategies.fits import examined, simulated
from surcease.diary import DayCount, Span
from surcease.effects.dose_window import PartOfDay, dose_window

INFUSION = "magnesium_sulfate_iv"


@pytest.fixture(scope="module")
def strong():
    return simulated("chronic_by_indication", 31, days=400)


@pytest.fixture(scope="module")
def window(strong):
    return dose_window(examined(strong.diary), INFUSION)


def mean(window, field, days):
    return np.mean([field(each) for each in window.by_day if each.day in days])


def test_a_window_goes_from_four_weeks_before_to_eight_weeks_after(window):
    assert [each.day for each in window.by_day] == [*range(-28, 1), *range(57)]
    parts = [each.part for each in window.by_day if each.day == 0]
    assert parts == [PartOfDay.BEFORE, PartOfDay.AFTER]


def test_attacks_rise_before_a_dose_that_is_given_because_of_them(window):
    written = [
        mean(window, lambda each: each.attacks_a_day, days)
        for days in (range(-21, -14), range(-7, 0))
    ]
    assert written[1] > 1.3 * written[0]


def test_the_fitted_rate_is_near_what_was_written(window):
    for days in (range(-28, -7), range(1, 15), range(15, 57)):
        fitted = mean(window, lambda each: each.fitted.median, days)
        assert fitted == pytest.approx(
            mean(window, lambda each: each.attacks_a_day, days), rel=0.15
        )


def test_the_rate_without_the_doses_is_near_the_true_one(window, strong):
    truth = strong.truth.of(INFUSION).rate_without
    doses = {(each.given_at.on - date(2021, 1, 1)).days for each in strong.diary.doses}
    after = [truth[day + ahead] for day in doses for ahead in range(1, 15) if day + ahead < 400]
    without = mean(window, lambda each: each.without.median, range(1, 15))
    assert without == pytest.approx(np.mean(after), rel=0.3)


def test_the_rate_falls_at_the_dose_and_not_on_the_morning_before(window):
    before, after = (each for each in window.by_day if each.day == 0)
    assert after.fitted.median < 0.7 * before.fitted.median
    assert before.without.median == pytest.approx(after.without.median, rel=0.1)


def small(*attacks, **more):
    return diary(*attacks, coverage=(Span(date(2024, 1, 1), date(2024, 2, 20)),), **more)


def test_attacks_are_counted_on_the_side_of_the_dose_on_which_they_began():
    record = small(
        *(attack(f"2024-01-31T{hour:02d}:30") for hour in (1, 3, 15)),
        doses=(dose("2024-01-31T12:00", INFUSION),),
    )
    found = dose_window(examined(record), INFUSION)
    before, after = (each for each in found.by_day if each.day == 0)
    assert before.attacks_a_day * before.known_days == pytest.approx(2)
    assert after.attacks_a_day * after.known_days == pytest.approx(1)
    assert before.known_days + after.known_days == pytest.approx(1)


def test_the_day_of_a_dose_that_could_not_be_cut_is_left_out():
    record = small(
        days=(DayCount(date(2024, 1, 31), 3),), doses=(dose("2024-01-31T12:00", INFUSION),)
    )
    found = dose_window(examined(record), INFUSION)
    assert 0 not in [each.day for each in found.by_day]


def test_unknown_days_are_left_out():
    record = small(
        attack("2024-01-20T09:00"),
        days=(DayCount(date(2024, 2, 3), None),),
        doses=(dose("2024-01-31T12:00", INFUSION),),
    )
    found = dose_window(examined(record), INFUSION)
    days = [each.day for each in found.by_day]
    assert 3 not in days
    assert max(days) == 20


def test_a_dose_long_before_the_diary_has_no_window():
    record = small(attack("2024-01-20T09:00"), doses=(dose("2023-01-31T12:00", INFUSION),))
    assert dose_window(examined(record), INFUSION) is None
