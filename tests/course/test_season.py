from datetime import date

import pytest

from strategies.courses import days_of
from surcease.course.season import Season, season
from surcease.diary.days import Day, DayState

THREE_YEARS = 3 * 365 + 1


def attacks_in(months, days):
    return days_of([2 if each.on.month in months else 0 for each in days], days[0].on)


def test_no_days_have_no_season():
    assert season(()) == Season((0,) * 12, (0,) * 12, None, None)


def test_one_day_with_attacks_has_no_season():
    found = season(days_of([5]))
    assert found.attacks_by_month == (5, *[0] * 11)
    assert found.observed_by_month == (1, *[0] * 11)
    assert found.rate_by_month == (5.0, *[None] * 11)
    assert (found.peak_month, found.p_uniform) == (None, None)


def test_unknown_days_count_neither_as_attacks_nor_as_observed():
    found = season(days_of([1, None, 0, None]))
    assert found.observed_by_month[0] == 2
    assert found.rate_by_month[0] == 0.5


def test_the_rate_uses_the_length_of_the_days():
    long_day = Day(date(2024, 10, 27), DayState.ATTACKS, 5, 0, 25 / 24)
    assert season([long_day]).rate_by_month[9] == pytest.approx(4.8)


def test_less_than_two_years_have_no_peak():
    year = attacks_in({3}, days_of([0] * 729))
    assert season(year).peak_month is None


def test_two_years_have_a_peak_but_no_test():
    found = season(attacks_in({3}, days_of([0] * 731)))
    assert found.peak_month == 3
    assert found.p_uniform is None


def test_three_years_with_the_same_peak_can_be_tested():
    assert season(attacks_in({3}, days_of([0] * THREE_YEARS))).p_uniform < 0.05


def test_a_month_never_observed_could_be_the_peak():
    days = days_of([0] * THREE_YEARS)
    counts = [None if each.on.month == 8 else int(each.on.month == 3) for each in days]
    found = season(days_of(counts))
    assert (found.peak_month, found.p_uniform) == (None, None)


def test_a_diary_of_attacks_only_has_no_rates_to_compare():
    found = season(days_of([nth % 2 or None for nth in range(5 * 365)]))
    assert min(found.observed_by_month) > 28
    assert (found.peak_month, found.p_uniform) == (None, None)


def test_years_without_attacks_have_no_season():
    found = season(days_of([0] * THREE_YEARS))
    assert (found.peak_month, found.p_uniform) == (None, None)
    assert found.rate_by_month == (0.0,) * 12


def test_the_same_number_every_day_is_no_cycle():
    assert season(days_of([2] * THREE_YEARS)).p_uniform == pytest.approx(1.0)
