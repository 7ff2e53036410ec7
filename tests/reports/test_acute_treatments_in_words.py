from datetime import date

import pytest

from strategies.doctor_diary import for_a_doctor
from strategies.entries import attack, diary, dose, moment
from surcease.acute.analyze import analyze_acute
from surcease.acute.comparison import Compared, Comparison
from surcease.reports.acute_report import NOTHING_TAKEN, acute_report, among_equals


@pytest.fixture(scope="module")
def report():
    return acute_report(analyze_acute(for_a_doctor()))


def test_it_begins_with_period_attacks_and_how_many_were_treated(report):
    assert report.overview.startswith("1 to 20 Mar 2024: 20 attacks, 20 treated")


def test_what_it_begins_with_gets_its_full_stop_where_it_is_printed(report):
    of_none = acute_report(analyze_acute(diary()))
    assert [each.overview[-1] == "." for each in (report, of_none)] == [False, False]


def test_every_table_has_as_many_cells_as_headings(report):
    for table in report.tables:
        assert table.rows
        assert {len(cells) for cells in table.rows} == {len(table.columns)}


def test_a_share_is_counted_and_has_its_range(report):
    injection = next(cells for cells in report.table("first").rows if "injection" in cells[0][0])
    counted, likely = injection[2]
    assert counted == "4 of 10"
    assert likely.endswith("%)")


def test_answers_stand_under_the_question_that_was_asked(report):
    rated = report.table("rated_severity_reduced")
    assert rated.title == "Was severity reduced?"
    assert rated.columns[1:3] == ("Yes", "No")
    assert any("not that it went" in note for note in rated.notes)


def test_too_few_attacks_of_one_band_are_counted_but_not_summed_up():
    one = attack("2024-03-01T08:00", ended_at=moment("2024-03-01T08:40"), intensity=8)
    found = acute_report(analyze_acute(diary(one, doses=(dose("2024-03-01T08:05", "O2"),))))
    assert found.table("by_intensity").rows[0][1] == ("too few", "1 attack")


def test_a_dose_that_came_after_another_has_an_interval_of_its_own(report):
    rows = {cells[0][0]: cells for cells in report.table("every_dose").rows}
    assert rows["Rizatriptan tablets"][1:] == (("-",), ("10 (0 or more)", "1 time"))


def test_late_doses_are_said_to_meet_attacks_near_their_end(report):
    assert "no sign that waiting helps" in report.table("by_delay").notes[0]


def test_without_doses_it_says_so_and_has_no_tables():
    found = acute_report(analyze_acute(diary(attack("2024-03-01T08:00"))))
    assert (found.lead, found.tables) == ((NOTHING_TAKEN,), ())


def test_a_comparison_names_what_is_faster_slower_alike_and_apart():
    others = (
        Compared("Injection", 12, 6.55, 3.06, 14.01),
        Compared("Spray", 40, 0.6, 0.5, 0.7),
        Compared("Tablet", 9, 1.0, 0.6, 1.6),
        Compared("Drink", 7, None, None, None),
    )
    said = list(among_equals(Comparison("Oxygen", 100, others)))
    assert said == [
        "Attacks alike ended faster than with Oxygen: Injection, 6.5 (3.1 to 14) times as fast.",
        "Attacks alike ended more slowly than with Oxygen: "
        "Spray, 0.60 (0.50 to 0.70) times as fast.",
        "No clear difference from Oxygen: Tablet.",
        "Cannot be compared with Oxygen, never used in attacks alike: Drink.",
    ]


def test_use_ends_with_days_on_which_any_triptan_was_taken(report):
    *_, last = report.table("use").rows
    assert last[0] == ("Days with any triptan",)
    assert last[-1] == ("1 Mar 2024", f"to {date(2024, 3, 20):%d %b %Y}")
