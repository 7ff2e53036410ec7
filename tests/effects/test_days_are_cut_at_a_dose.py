from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.entries import attack, diary, dose
from surcease.diary import DayCount, Span, civil_days
from surcease.effects.arrays import build_arrays
from surcease.effects.exposed import dose_moments
from surcease.effects.given import given_treatments
from surcease.effects.slots import cut_days, onset_hours

FROM, TO = date(2024, 1, 1), date(2024, 1, 10)
WATCHED = (Span(FROM, TO),)


def slots_of(record):
    onsets = onset_hours(record.attacks)
    return cut_days(civil_days(record, FROM, TO), onsets, given_treatments(record))


def infusion(text):
    return dose(text, "magnesium_sulfate_iv")


def test_attacks_before_a_dose_are_counted_apart_from_those_after_it():
    begun = [attack(f"2024-01-03T{hour:02d}:00") for hour in (1, 4, 20)]
    record = diary(*begun, doses=(infusion("2024-01-03T14:00"),), coverage=WATCHED)
    slots = slots_of(record)
    assert slots.day.tolist() == [0, 1, 2, 2, *range(3, 10)]
    assert slots.counts[2:4].tolist() == [2, 1]
    assert slots.opens_day.tolist() == [True, True, True, False, *[True] * 7]


def test_the_parts_of_a_day_are_as_long_as_the_day():
    record = diary(
        attack("2024-01-03T02:00"),
        doses=(infusion("2024-01-03T06:00"), dose("2024-01-03T17:30", "Botox")),
        coverage=WATCHED,
    )
    slots = slots_of(record)
    assert slots.length[slots.day == 2].sum() == pytest.approx(1.0)
    assert slots.start[slots.day == 2] == pytest.approx([2.0, 2.25, 2 + 17.5 / 24])


def test_a_day_is_cut_at_the_very_moment_from_which_the_dose_is_counted():
    given_at = ("01T01:01", "02T02:12", "03T04:24", "05T08:03", "09T16:06")
    doses = tuple(infusion(f"2024-01-{text}") for text in given_at)
    record = diary(doses=doses, coverage=WATCHED)
    slots, (treatment,) = slots_of(record), given_treatments(record)
    assert set(dose_moments(treatment, FROM)) <= set(slots.start.tolist())


def test_a_part_in_which_attacks_usually_begin_is_longer_than_its_hours():
    nightly = tuple(attack(f"2024-01-{day:02d}T02:00") for day in range(1, 11) for _ in range(9))
    even = diary(doses=(infusion("2024-01-03T12:00"),), coverage=WATCHED)
    by_night = diary(*nightly, doses=even.doses, coverage=WATCHED)
    assert slots_of(even).length[2] == pytest.approx(0.5)
    assert slots_of(by_night).length[2] > 0.75


def test_a_day_whose_attacks_have_no_times_stays_whole():
    count = DayCount(date(2024, 1, 3), 2)
    record = diary(days=(count,), doses=(infusion("2024-01-03T12:00"),), coverage=WATCHED)
    assert slots_of(record).counts[2] == 2


def test_a_day_with_an_attack_at_exactly_midnight_stays_whole():
    record = diary(
        attack("2024-01-03T00:00"),
        attack("2024-01-03T15:00"),
        doses=(infusion("2024-01-03T12:00"),),
        coverage=WATCHED,
    )
    assert slots_of(record).day.tolist() == list(range(10))


def test_an_unknown_day_stays_whole():
    record = diary(attack("2024-01-02T09:00"), doses=(infusion("2024-01-03T12:00"),))
    assert slots_of(record).day.tolist() == list(range(10))


def test_a_dose_within_the_hour_of_another_or_of_midnight_cuts_nothing_off():
    given_at = ("2024-01-03T00:30", "2024-01-04T10:00", "2024-01-04T10:30", "2024-01-05T23:30")
    record = diary(doses=tuple(infusion(text) for text in given_at), coverage=WATCHED)
    assert np.bincount(slots_of(record).day).tolist() == [1, 1, 1, 2, 1, 1, 1, 1, 1, 1]


def test_acute_doses_cut_nothing():
    record = diary(doses=(dose("2024-01-03T12:00", "sumatriptan_sc"),), coverage=WATCHED)
    assert slots_of(record).day.tolist() == list(range(10))


def test_only_the_part_after_a_dose_is_exposed_to_it():
    record = diary(doses=(infusion("2024-01-03T12:00"),), coverage=WATCHED)
    treatments = given_treatments(record)
    arrays = build_arrays(civil_days(record, FROM, TO), treatments, record.attacks)
    (pulse,) = arrays.pulses
    assert pulse.slot[:2].tolist() == [3, 4]
    assert pulse.rise[0] == pytest.approx(1.0, abs=1e-3)
    assert np.exp(pulse.log_u[:2]) == pytest.approx([0.25, 1.0])


def test_rates_of_the_parts_average_to_that_of_the_day():
    record = diary(doses=(infusion("2024-01-03T06:00"),), coverage=WATCHED)
    arrays = build_arrays(civil_days(record, FROM, TO), given_treatments(record), ())
    rates = np.where(np.arange(11) == 2, 5.0, 1.0)
    assert arrays.by_day(rates) == pytest.approx([1, 1, 2, 1, 1, 1, 1, 1, 1, 1])
    assert arrays.by_day(np.stack([rates, rates])).shape == (2, 10)


moments = st.lists(
    st.tuples(st.integers(1, 10), st.integers(0, 23), st.integers(0, 59)), max_size=12
)


@given(moments, moments)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_no_attack_and_no_hour_is_lost(begun, given_at):
    record = diary(
        *(attack(f"2024-01-{d:02d}T{h:02d}:{m:02d}") for d, h, m in sorted(set(begun))),
        doses=tuple(infusion(f"2024-01-{d:02d}T{h:02d}:{m:02d}") for d, h, m in given_at),
        coverage=WATCHED,
    )
    days, slots = civil_days(record, FROM, TO), slots_of(record)
    per_day = np.bincount(slots.day, weights=slots.counts)
    assert per_day.tolist() == [day.attacks for day in days]
    assert np.bincount(slots.day, weights=slots.length) == pytest.approx(np.ones(10))
    assert (slots.length > 0).all()
    assert slots.start.tolist()[1:] == slots.end.tolist()[:-1]
