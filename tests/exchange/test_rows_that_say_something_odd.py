import pytest

from surcease.diary import DayCount, Kind, Side

LOG = "Date,Time,End,Pain,Notes\n"


def test_four_spellings_of_dates_in_one_column_are_all_read(import_table):
    imported = import_table(
        "Date;Pain\n2019-03-04 8:00;7\n05/03/2019 8:00;7\n6. March 2019 8:00;7\n"
        "Mar 7, 2019 8:00;7\n43532.333333;7\n"
    )
    assert [attack.started_at.on.day for attack in imported.diary.attacks] == [4, 5, 6, 7, 8]
    assert not imported.preview.refused


def test_a_note_in_a_date_column_is_refused_by_line(import_table):
    preview = import_table(LOG + "2019-03-04,08:00,,7,\nstarted verapamil,,,,\n").preview
    assert [(each.line, each.reason) for each in preview.refused] == [(3, "not a date")]


def test_a_note_behind_a_date_becomes_part_of_the_notes(import_table):
    imported = import_table(LOG + "2019-03-04 (slept badly),08:00,,7,alcohol\n")
    assert imported.diary.attacks[0].notes == "(slept badly); alcohol"
    assert "kept with the notes" in imported.preview.doubts[0].reason


def test_the_year_0200_is_refused_with_the_year_that_was_meant(import_table):
    rows = "2019-12-30,08:00,,7,\n0200-01-01,08:00,,7,\n2020-01-02,08:00,,7,\n"
    (refused,) = import_table(LOG + rows).preview.refused
    assert refused.line == 3
    assert refused.reason == "the year 0200 cannot be right; was 2020 meant?"


@pytest.mark.parametrize("end", ["2019-03-03 08:00", "07:00"])
def test_an_end_before_the_start_is_left_out_and_the_attack_kept(import_table, end):
    imported = import_table(LOG + f"2019-03-04,08:00,{end},7,\n")
    (attack,) = imported.diary.attacks
    assert attack.ended_at is None
    assert dict(attack.extra)["End"] == end
    assert imported.preview.doubts[0].reason == "End is left out: it lies before the start"


def test_an_end_soon_after_midnight_is_of_the_next_day(import_table):
    (attack,) = import_table(LOG + "2019-03-04,23:30,00:15,7,\n").diary.attacks
    assert attack.duration_min == 45


def test_an_attack_that_goes_on_has_no_end_and_nothing_is_wrong(import_table):
    imported = import_table(LOG + "2019-03-04,08:00,ongoing,7,\n2019-03-05,08:00,09:00,7,\n")
    assert imported.diary.attacks[0].ended_at is None
    assert not imported.preview.doubts


def test_an_intensity_in_no_known_word_is_left_out_and_kept_as_written(import_table):
    rows = "2019-03-04,08:00,,7,\n2019-03-05,08:00,,purple,\n"
    imported = import_table(LOG + rows)
    last = imported.diary.attacks[1]
    assert last.intensity is None
    assert dict(last.extra)["Pain"] == "purple"
    assert "intensity is left out" in imported.preview.doubts[0].reason


def test_an_intensity_off_its_scale_is_refused(import_table):
    rows = "2019-03-04,08:00,,7,\n2019-03-05,08:00,,14,\n"
    (refused,) = import_table(LOG + rows).preview.refused
    assert (refused.line, refused.reason) == (3, "the intensity is outside 0-10")


def test_a_converted_intensity_is_kept_as_written_too(import_table):
    (attack,) = import_table("Date,Time,Pain (1-5)\n2019-03-04,08:00,4\n").diary.attacks
    assert attack.intensity == 8
    assert dict(attack.extra)["Pain (1-5)"] == "4"


def test_shadows_and_sides_are_told_apart_in_several_languages(import_table):
    text = (
        "Dato,Tid,Smerte,Type,Side\n4.3.2019,8:00,2,Skygge,venstre\n5.3.2019,8:00,8,Klynge,l + r\n"
    )
    shadow, attack = import_table(text).diary.attacks
    assert (shadow.kind, shadow.side) == (Kind.SHADOW, Side.LEFT)
    assert (attack.kind, attack.side) == (Kind.ATTACK, Side.BOTH)


def test_attacks_without_a_time_of_day_are_counted_by_day(import_table):
    rows = "2019-03-04,,,7,a\n2019-03-04,,,8,b\n2019-03-05,08:00,,6,\n"
    imported = import_table(LOG + rows)
    (day,) = imported.diary.days
    assert (day.on.isoformat(), day.attacks) == ("2019-03-04", 2)
    assert dict(day.extra) == {"Notes": "a | b", "Pain": "7 | 8"}
    assert any("no time of day: 2" in notice for notice in imported.preview.notices)


def test_an_untimed_attack_on_a_day_with_timed_ones_is_refused(import_table):
    imported = import_table(LOG + "2019-03-04,,,7,\n2019-03-04,08:00,,6,\n")
    (refused,) = imported.preview.refused
    assert refused.line == 2
    assert imported.diary.days == ()


def test_a_dose_of_an_untimed_attack_stands_at_noon(import_table):
    diary = import_table("Date,Pain,Medication\n2019-03-04,7,Oxygen\n").diary
    assert diary.doses[0].given_at.local.hour == 12


def test_the_repeated_hour_of_autumn_does_not_turn_an_attack_around(import_table):
    (attack,) = import_table(LOG + "2019-10-27,02:50,02:10,7,\n").diary.attacks
    assert attack.duration_min == 20


def test_a_count_by_day_may_be_none_or_unknown(import_table):
    imported = import_table(
        "Date,Attacks\n2019-03-04,3\n2019-03-05,0\n2019-03-06,\n2019-03-07,1.5\n"
    )
    assert [day.attacks for day in imported.diary.days] == [3, 0, None]
    assert all(isinstance(day, DayCount) for day in imported.diary.days)
    assert imported.preview.refused[0].reason == "the number of attacks is not a whole number"
