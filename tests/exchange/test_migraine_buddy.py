import pytest

from surcease.diary import Side
from surcease.exchange import Choices, open_source

HEADER = (
    '"#","Started","Lasted","Start UTC Offset (min)","End UTC Offset (min)","Attack Types",'
    '"Pain Level","Helpful Medication"\n'
)


@pytest.fixture
def imported(data):
    return open_source([data / "migraine-buddy-export.csv"], Choices(zone="Europe/Copenhagen"))


@pytest.fixture
def by_number(imported):
    return {dict(attack.extra).get("number"): attack for attack in imported.diary.attacks}


def test_an_attack_stands_on_the_clock_of_the_phone(by_number):
    assert by_number["1"].started_at.local.isoformat() == "2024-11-16T13:12:00+01:00"
    assert by_number["2"].started_at.local.isoformat() == "2024-11-17T02:05:00-05:00"


def test_an_end_has_an_offset_of_its_own(by_number):
    assert by_number["3"].duration_min == 26 * 60 + 15
    assert by_number["3"].ended_at.local.isoformat() == "2024-11-20T02:45:00+01:00"


def test_a_position_names_the_side(by_number):
    assert by_number["1"].side is Side.RIGHT


def test_a_note_over_two_lines_is_one_note(by_number):
    assert by_number["1"].notes == "Woke me up at night,\nsecond one this week"


def test_symptoms_are_taken_apart(by_number):
    assert by_number["1"].symptoms == ("Tearing eye", "Restlessness")


def test_what_the_diary_has_no_place_for_is_kept(by_number):
    extra = dict(by_number["1"].extra)
    assert extra["potential_triggers"] == "Alcohol, Sleep"
    assert extra["type"] == "Cluster headache"


def test_medication_says_how_it_helped(imported):
    said = {dose.treatment: dict(dose.extra)["helpfulness"] for dose in imported.diary.doses[:3]}
    assert said == {
        "oxygen": "helpful",
        "sumatriptan": "somewhat helpful",
        "Ibuprofen": "unhelpful",
    }


def test_no_medication_is_no_dose(imported):
    assert len(imported.diary.doses) == 5


def test_that_doses_have_no_time_of_their_own_is_told(imported):
    assert any("the start of their attack" in notice for notice in imported.preview.notices)


def test_an_attack_still_going_on_has_no_end(imported):
    last = imported.diary.attacks[-1]
    assert last.started_at.local.isoformat() == "2024-11-21T22:05:00+01:00"
    assert last.ended_at is None
    assert last.notes == "Still going,\ncheck later"


def test_an_empty_pain_level_is_not_zero(by_number):
    assert by_number["5"].intensity is None
    assert by_number["2"].intensity == 0


def test_an_empty_length_leaves_the_end_open(by_number):
    assert by_number["6"].ended_at is None


def test_a_pain_level_of_14_and_a_date_that_is_none_are_refused_by_line(imported):
    assert [(each.line, each.reason) for each in imported.preview.refused] == [
        (10, "not a date"),
        (13, "intensity is outside 0 to 10"),
    ]


def test_a_preamble_that_says_nothing_is_no_row(import_table):
    preamble = '"Date","Time Period"\n"No ongoing events recorded during this period.",""\n\n'
    row = '"1","11/16/24 13:12","01h 00m","60","60","","9",""\n'
    preview = import_table(preamble + HEADER + row).preview
    assert [(table.rows, table.read) for table in preview.tables] == [(1, 1)]


def test_dates_that_could_be_either_are_month_first_as_the_app_writes_them(import_table):
    diary = import_table(HEADER + '"1","03/04/24 13:12","","0","0","","9",""\n').diary
    assert diary.attacks[0].started_at.on.isoformat() == "2024-03-04"


def test_without_an_offset_the_zone_applies(import_table):
    diary = import_table(HEADER + '"1","07/04/24 13:12","","","","","9",""\n').diary
    assert diary.attacks[0].started_at.local.isoformat() == "2024-07-04T13:12:00+02:00"
