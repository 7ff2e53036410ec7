from datetime import date
from math import nan

from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.analysis.result import Timeline
from surcease.reports.periods import months, periods


def timeline(attacks, rate=1.0):
    rates = (rate,) * len(attacks)
    return Timeline(date(2024, 1, 30), tuple(attacks), rates, rates, rates, rates)


def test_a_rate_is_counted_on_known_days_only():
    (week,) = periods(timeline([2, None, None, 1]), 7)
    assert (week.observed, week.unknown, week.attacks) == (2, 2, 3)
    assert week.attacks_per_day == 1.5


def test_a_period_without_a_known_day_has_no_rate():
    (week,) = periods(timeline([None, None]), 7)
    assert week.attacks_per_day is None
    assert week.mostly_unknown


def test_the_last_period_may_be_shorter():
    first, last = periods(timeline([0] * 10), 7)
    assert (first.to_on, last.from_on, last.to_on) == (
        date(2024, 2, 5),
        date(2024, 2, 6),
        date(2024, 2, 8),
    )


def test_months_are_those_of_the_calendar():
    january, february, march = months(timeline([1] * 32))
    assert (january.observed, february.observed, march.observed) == (2, 29, 1)


def test_a_rate_that_is_not_a_number_is_no_rate():
    (week,) = periods(timeline([1, 1], rate=nan), 7)
    assert week.rate is None


@given(st.lists(st.none() | st.integers(0, 9), max_size=80), st.integers(1, 20))
@settings(derandomize=True, deadline=None)
def test_no_day_and_no_attack_is_lost(attacks, length):
    for cut in (periods(timeline(attacks), length), months(timeline(attacks))):
        assert sum(each.observed + each.unknown for each in cut) == len(attacks)
        assert sum(each.attacks for each in cut) == sum(filter(None, attacks))
