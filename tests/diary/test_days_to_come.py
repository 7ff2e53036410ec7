from datetime import date

from strategies.entries import attack
from surcease.diary import DayCount, Diary, Dose, Moment, Span
from surcease.diary.ahead import about_days_ahead

ZONE = "Europe/Copenhagen"
TODAY = date(2024, 3, 10)


def remarks(**events):
    return list(about_days_ahead(Diary(zone=ZONE, **events), TODAY))


def test_entries_of_today_are_no_matter():
    assert (
        remarks(
            attacks=(attack("2024-03-10T23:00"),),
            days=(DayCount(TODAY, 1),),
            coverage=(Span(date(2024, 1, 1), TODAY),),
        )
        == []
    )


def test_entries_of_days_to_come_are_counted_by_table():
    dose = Dose(Moment.parse("2042-03-04T10:00", ZONE), "Botox")
    ahead = remarks(attacks=(attack("2024-03-11T01:00"),), doses=(dose, dose))
    assert ahead == ["attacks dated after today: 1", "doses dated after today: 2"]


def test_coverage_of_days_to_come_is_told_because_it_calls_them_free_of_attacks():
    (remark,) = remarks(coverage=(Span(date(2024, 1, 1), date(2099, 12, 31)),))
    assert "count as free of attacks" in remark
