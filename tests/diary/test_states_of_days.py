from datetime import date, timedelta

import pytest

from strategies.entries import attack, day_count, diary, dose, journey, shadow, span
from surcease.diary import DayState, Diary, DiaryError, Span, civil_days, recorded_span


def states(record, *ends):
    days = civil_days(record, *map(date.fromisoformat, ends))
    return {day.on.isoformat(): day.attacks for day in days}


def test_silence_means_no_attack_inside_coverage_and_unknown_outside():
    record = diary(attack("2024-03-01T08:00"), coverage=(span("2024-03-03", "2024-03-04"),))
    assert states(record) == {
        "2024-03-01": 1,
        "2024-03-02": None,
        "2024-03-03": 0,
        "2024-03-04": 0,
    }


def test_a_stated_day_beats_coverage():
    record = diary(
        coverage=(span("2024-03-01", "2024-03-03"),),
        days=(day_count("2024-03-01", 4), day_count("2024-03-02", None)),
    )
    assert states(record) == {"2024-03-01": 4, "2024-03-02": None, "2024-03-03": 0}


@pytest.mark.parametrize("stated", [None, 0, 5])
def test_attacks_beat_a_stated_day(stated):
    record = diary(attack("2024-03-01T08:00"), days=(day_count("2024-03-01", stated),))
    assert states(record) == {"2024-03-01": 1}


def test_of_two_statements_about_a_day_the_later_holds():
    record = diary(days=(day_count("2024-03-01", 4), day_count("2024-03-01", 0)))
    assert states(record) == {"2024-03-01": 0}


def test_each_count_has_its_state():
    record = diary(days=tuple(day_count(f"2024-03-0{n}", n - 1 or None) for n in (1, 2)))
    record = diary(days=(*record.days, day_count("2024-03-03", 0)))
    assert [day.state for day in civil_days(record)] == [
        DayState.UNKNOWN,
        DayState.ATTACKS,
        DayState.NONE,
    ]


def test_a_shadow_neither_counts_nor_makes_a_day_known():
    record = diary(shadow("2024-03-02T08:00"), days=(day_count("2024-03-01", 0),))
    unknown, told = civil_days(record, date(2024, 3, 2), date(2024, 3, 3))
    assert (unknown.attacks, unknown.shadows, unknown.state) == (None, 1, DayState.UNKNOWN)
    assert (told.attacks, told.shadows) == (None, 0)


def test_a_shadow_on_a_day_with_attacks_is_counted_apart():
    (day,) = civil_days(diary(shadow("2024-03-02T08:00"), attack("2024-03-02T09:00")))
    assert (day.attacks, day.shadows) == (1, 1)


def test_shadows_and_doses_outside_do_not_stretch_the_range():
    record = diary(
        shadow("2024-01-01T08:00"),
        attack("2024-03-02T08:00"),
        doses=(dose("2023-12-01T08:00"), dose("2024-06-01T08:00")),
    )
    assert recorded_span(record) == span("2024-03-02", "2024-03-02")


def test_an_explicitly_unknown_day_is_part_of_the_range():
    record = diary(attack("2024-03-02T08:00"), days=(day_count("2024-03-05", None),))
    assert recorded_span(record) == span("2024-03-02", "2024-03-05")


def test_an_empty_diary_has_no_days():
    assert recorded_span(diary()) is None
    assert civil_days(diary()) == ()
    assert civil_days(diary(), from_on=date(2024, 1, 1)) == ()


def test_days_can_be_asked_for_beyond_what_was_recorded():
    record = diary(attack("2024-03-02T08:00"))
    assert states(record, "2024-03-01", "2024-03-03") == {
        "2024-03-01": None,
        "2024-03-02": 1,
        "2024-03-03": None,
    }
    assert states(diary(), "2024-03-01", "2024-03-01") == {"2024-03-01": None}


def test_a_range_that_ends_before_it_starts_is_refused():
    with pytest.raises(DiaryError, match="ends before it starts"):
        civil_days(diary(), date(2024, 3, 2), date(2024, 3, 1))


def test_overlapping_coverage_reaching_beyond_the_range_covers_once():
    coverage = (span("2020-01-01", "2024-03-02"), span("2024-03-02", "2030-01-01"))
    record = diary(coverage=(*coverage, span("2024-03-05", "2024-03-05")))
    assert states(record, "2024-03-01", "2024-03-03") == {
        "2024-03-01": 0,
        "2024-03-02": 0,
        "2024-03-03": 0,
    }
    apart = diary(coverage=(span("2019-01-01", "2019-01-02"), span("2029-01-01", "2029-01-02")))
    assert set(states(apart, "2024-03-01", "2024-03-03").values()) == {None}


def test_a_leap_day_is_a_day():
    record = diary(coverage=(span("2024-02-28", "2024-03-01"), span("2023-02-28", "2023-03-01")))
    assert "2024-02-29" in states(record)
    assert len(states(record, "2023-02-28", "2023-03-01")) == 2


def test_an_attack_over_midnight_belongs_to_the_day_it_started():
    over = attack("2024-03-01T23:30", ended_at=attack("2024-03-02T01:00").started_at)
    assert states(diary(over)) == {"2024-03-01": 1}


def test_an_attack_abroad_belongs_to_the_day_on_the_wall_there():
    record = diary(
        attack("2024-05-10T08:00", "Asia/Tokyo"),
        attack("2024-05-11T23:30-10:00"),
        zone="America/New_York",
        journeys=(journey("2024-05-10", "2024-05-10", "Asia/Tokyo"),),
    )
    assert states(record) == {"2024-05-10": 1, "2024-05-11": 1}


def test_both_sides_of_a_repeated_hour_are_two_attacks_of_one_day():
    record = diary(attack("2024-10-27T02:30"), attack("2024-10-27T02:30+01:00"))
    assert states(record) == {"2024-10-27": 2}


def test_ten_thousand_attacks_of_twenty_years_are_all_counted():
    first = attack("2005-01-01T08:00").started_at
    many = tuple(
        attack(f"{first.on + timedelta(days=n * 7305 // 10_000)}T{n % 24:02}:{n % 60:02}")
        for n in range(10_000)
    )
    record = Diary("Europe/Copenhagen", (Span(date(2004, 1, 1), date(2025, 1, 1)),), attacks=many)
    assert sum(day.attacks or 0 for day in civil_days(record)) == 10_000


def test_before_the_first_day_that_is_spoken_of_there_is_none():
    later = diary(attack("2024-03-04T02:10"))
    assert civil_days(later, to_on=date(2024, 3, 3)) == ()
    assert civil_days(later, from_on=date(2024, 3, 5)) == ()
