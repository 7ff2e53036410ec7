from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from strategies.entries import attack, diary, dose, moment, shadow
from surcease.diary import civil_days
from surcease.effects.arrays import build_arrays
from surcease.effects.given import given_treatments
from surcease.effects.severity.acute import until_acute_treatment
from surcease.effects.severity.attacks import gap_days, rated
from surcease.effects.severity.exposure import pulses_at, slots_of
from surcease.effects.severity.outcome import intensity, log_minutes

INFUSION = "magnesium_sulfate_iv"


def lasting(text, until, **more):
    return attack(text, ended_at=moment(until), **more)


def pulses_of(record):
    days = civil_days(record)
    return build_arrays(days, given_treatments(record)).pulses


def test_attacks_without_an_intensity_and_shadows_are_left_out():
    rows = [
        attack("2024-01-02T10:00", intensity=7),
        attack("2024-01-01T10:00", intensity=0),
        attack("2024-01-03T10:00"),
        replace(shadow("2024-01-04T10:00"), intensity=1),
    ]
    known = rated(rows, intensity)
    assert known.values.tolist() == [0, 7]
    assert known.unrecorded == 1


def test_a_duration_needs_an_end_after_the_start():
    rows = [
        lasting("2024-01-01T10:00", "2024-01-01T11:00"),
        lasting("2024-01-02T10:00", "2024-01-02T10:00"),
        attack("2024-01-03T10:00", intensity=7),
    ]
    assert np.exp(rated(rows, log_minutes).values).tolist() == [pytest.approx(60)]


def test_days_pass_between_attacks_but_not_within_a_day():
    rows = [
        attack("2024-01-01T10:00", intensity=7),
        attack("2024-01-01T23:59", intensity=7),
        attack("2024-01-02T00:01", intensity=7),
        attack("2024-03-02T00:01", intensity=7),
    ]
    assert gap_days(rated(rows, intensity).day).tolist() == [0, 0, 1, 60]
    assert gap_days(rated((), intensity).day).size == 0


def test_a_dose_reaches_the_attacks_that_begin_after_it_and_no_others():
    rows = [
        attack("2024-01-02T10:00", intensity=7),
        attack("2024-01-02T12:00", intensity=7),
        attack("2024-01-02T18:00", intensity=7),
        attack("2024-12-30T18:00", intensity=7),
    ]
    record = diary(*rows, doses=(dose("2024-01-02T12:00", INFUSION),))
    reached = pulses_at(pulses_of(record), rows)
    assert reached.slot.tolist() == [2]
    assert np.exp(reached.log_u) == pytest.approx([0.25])
    assert reached.rise == pytest.approx([1.0])


def test_sites_of_one_session_are_one_dose_and_later_doses_add_up():
    rows = [attack("2024-01-05T12:00", intensity=7)]
    doses = [dose(f"2024-01-0{day}T12:00", INFUSION, site=site) for day in (2, 4) for site in "ab"]
    reached = pulses_at(pulses_of(diary(*rows, doses=tuple(doses))), rows)
    assert sorted(np.exp(reached.log_u)) == pytest.approx([1.0, 3.0])


def test_attacks_are_found_on_their_day_also_where_days_are_cut_at_doses():
    rows = [
        attack("2024-01-01T10:00", intensity=7),
        attack("2024-01-02T10:00", intensity=7),
        attack("2024-01-02T20:00", intensity=7),
        attack("2024-01-03T10:00", intensity=7),
    ]
    record = diary(*rows, doses=(dose("2024-01-02T12:00", INFUSION),))
    arrays = build_arrays(civil_days(record), given_treatments(record), rows)
    assert arrays.days[0].on == date(2024, 1, 1)
    slots = slots_of(arrays, rated(rows, intensity).day)
    assert arrays.problem.counts.size == 4
    assert arrays.slots.day[slots].tolist() == [0, 1, 1, 2]


def test_an_attack_is_followed_until_its_first_acute_treatment():
    rows = [
        lasting("2024-01-01T10:00", "2024-01-01T11:00"),
        lasting("2024-01-01T14:00", "2024-01-01T15:00"),
        lasting("2024-01-02T10:00", "2024-01-02T11:00"),
    ]
    taken = ("2024-01-01T12:00", "2024-01-01T14:20", "2024-01-01T14:10", "2024-01-02T11:00")
    oxygen = given_treatments(diary(doses=tuple(dose(text, "oxygen") for text in taken)))
    followed = until_acute_treatment(rated(rows, log_minutes), oxygen)
    assert np.exp(followed.values) == pytest.approx([60, 10, 60])
    assert followed.at_least.tolist() == [False, True, True]
    assert np.exp(followed.known) == pytest.approx([60])


def test_a_treatment_at_the_very_start_and_one_of_the_patients_own_count_too():
    rows = [lasting("2024-01-01T10:00", "2024-01-01T11:00")]
    for name in ("sumatriptan_sc", "Moon tea"):
        taken = given_treatments(diary(doses=(dose("2024-01-01T10:00", name),)))
        followed = until_acute_treatment(rated(rows, log_minutes), taken)
        assert followed.values.tolist() == [0.0]
        assert followed.at_least.all()


def test_preventives_and_an_empty_cabinet_cut_no_attack_short():
    rows = [lasting("2024-01-01T10:00", "2024-01-01T11:00")]
    infusion = given_treatments(diary(doses=(dose("2024-01-01T10:10", INFUSION),)))
    for treatments in ((), infusion):
        followed = until_acute_treatment(rated(rows, log_minutes), treatments)
        assert np.exp(followed.known) == pytest.approx([60])
