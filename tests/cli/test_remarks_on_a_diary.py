"""What was left out or looks wrong is told apart from the output, never mixed into it."""

import json

import pytest

from surcease.diary import DiaryError

ZONE = ("--zone", "Europe/Copenhagen")
OVERLAPPING = (
    "treatment,amount_per_day,unit,from_on,to_on\n"
    "verapamil,240,mg,2024-03-01,\nverapamil,360,mg,2024-03-10,\n"
)


@pytest.mark.parametrize(
    ("table", "text", "remark"),
    [
        ("attacks", "started_at,weather\n2024-03-04T02:10,rain\n", "not known to this version"),
        ("regimens", OVERLAPPING, "add up: 1"),
        ("doses", "given_at,treatment\n2124-03-04T10:00,Botox\n", "doses dated after today: 1"),
    ],
)
def test_what_is_odd_in_a_diary_of_ours_is_told(analyze, small_diary, table, text, remark):
    folder = small_diary(**{table: text})
    result = analyze(folder, "--json")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{folder}: ")
    assert remark in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_what_an_export_loses_is_counted_and_where_to_see_it_is_said(analyze, exports):
    buddy = exports / "migraine-buddy-export.csv"
    remarks = analyze(buddy, "--json", *ZONE).stderr
    assert remarks.startswith(f"{buddy}: 2 rows not read")
    assert remarks.endswith("; `surcease import` lists them\n")


def test_a_simulated_diary_needs_no_remark_on_its_own_key(analyze, small_diary):
    folder = small_diary()
    settings = folder / "diary.toml"
    settings.write_text("simulated = true\n" + settings.read_text())
    result = analyze(folder)
    assert result.stderr == ""
    assert result.stdout.startswith("This diary is simulated")


def test_an_export_without_a_zone_is_named(analyze, exports):
    buddy = exports / "migraine-buddy-export.csv"
    assert str(analyze(buddy).exception).startswith(f"{buddy}: another app's times")


def test_a_wrong_zone_is_laid_to_the_option_and_not_to_a_file(analyze, exports):
    error = analyze(exports / "migraine-buddy-export.csv", "--zone", "Denmark").exception
    assert isinstance(error, DiaryError)
    assert str(error).startswith("--zone: ")


def test_a_diary_about_nothing_says_what_would_make_a_day_known(analyze, small_diary):
    folder = small_diary(attacks="started_at\n")
    settings = folder / "diary.toml"
    settings.write_text(settings.read_text().partition("[[coverage]]")[0])
    assert "by coverage" in analyze(folder).stdout
    assert json.loads(analyze(folder, "--json").stdout)["days"] is None
