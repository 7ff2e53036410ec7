import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

ZONE = ("--zone", "Europe/Copenhagen")
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "analysis.schema.json"
DOSES = "given_at,treatment,amount,unit\n2024-03-06T10:00,Omas Kräutertee,1,cup\n"
BROKEN = "started_at,intensity\n2024-03-04T02:10,7\nlast night,8\n"


@pytest.fixture
def faults():
    if not SCHEMA.exists():
        pytest.skip(f"{SCHEMA.name} is not written yet")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return lambda document: [fault.json_path for fault in validator.iter_errors(document)]


def test_a_folder_and_its_zip_file_give_the_same_words(analyze, small_diary, tmp_path):
    folder = small_diary()
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", folder)
    from_folder, from_zip = analyze(folder), analyze(packed)
    assert (from_folder.exit_code, from_zip.exit_code) == (0, 0)
    assert "31 of 31 days known" in from_folder.stdout
    assert from_folder.stdout == from_zip.stdout


@pytest.mark.parametrize("name", ["diary", "a", "attacks"])
def test_an_error_names_the_diary_that_it_is_about(analyze, small_diary, monkeypatch, name):
    folder = small_diary(name, attacks=BROKEN)
    monkeypatch.chdir(folder.parent)
    result = analyze(name)
    assert result.exit_code == 1
    assert str(result.exception).startswith(f"{name}: attacks.csv, line 3: ")


def test_another_apps_export_is_recognised_by_its_content(analyze, exports, tmp_path):
    renamed = tmp_path / "from-my-phone.bin"
    shutil.copy(exports / "cluster-headache-tracker-attacks.csv", renamed)
    result = analyze(renamed, *ZONE)
    assert result.exit_code == 0
    assert "3 attacks" in result.stdout
    assert "Oxygen" in result.stdout


def test_json_is_one_line_a_diary_in_the_order_given(analyze, exports, small_diary, faults):
    buddy = exports / "migraine-buddy-export.csv"
    result = analyze(
        small_diary(), buddy, small_diary("again", days="on,attacks\n"), "--json", *ZONE
    )
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["days"]["attacks"] for each in documents] == [3, 6, 3]
    assert [fault for each in documents for fault in faults(each)] == []


def test_details_follow_the_schema_too(analyze, small_diary, faults):
    (line,) = analyze(small_diary(), "--json", "--details").stdout.splitlines()
    assert faults(json.loads(line)) == []


def test_html_writes_a_report_and_says_where(analyze, small_diary, tmp_path):
    report = tmp_path / "new folder" / "report.html"
    result = analyze(small_diary(), "--html", report)
    assert result.stdout.endswith(f"Report: {report}\n")
    assert report.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_with_json_the_place_of_the_report_stays_out_of_the_output(analyze, small_diary, tmp_path):
    result = analyze(small_diary(), "--json", "--html", tmp_path / "report.html")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == f"Report: {tmp_path / 'report.html'}\n"


def test_one_report_cannot_hold_two_diaries(analyze, small_diary, tmp_path):
    folder = small_diary()
    assert analyze(folder, folder, "--html", tmp_path / "report.html").exit_code == 2


def test_the_same_seed_gives_the_same_bytes_and_another_other_draws(analyze, small_diary):
    folder = small_diary()
    first, again, other = (analyze(folder, "--json", "--seed", seed) for seed in (5, 5, 6))
    assert first.stdout_bytes == again.stdout_bytes
    assert first.stdout_bytes != other.stdout_bytes


def test_names_that_are_not_ascii_come_out_as_utf_8(surcease, small_diary, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = surcease("analyze", small_diary(doses=DOSES), "--json")
    assert "Omas Kräutertee" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("table", "place"), [("attacks", "attacks.csv, line 3: started_at"), ("doses", "doses.csv")]
)
def test_a_row_that_cannot_be_read_is_named_and_not_quoted(surcease, small_diary, table, place):
    folder = small_diary(**{table: BROKEN})
    done = surcease("analyze", folder, text=True)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"surcease: {folder}: {place}")
    assert "Traceback" not in done.stderr
    assert "last night" not in done.stderr


def test_nothing_is_printed_before_every_diary_is_read(surcease, small_diary, tmp_path):
    done = surcease("analyze", small_diary(), tmp_path / "nowhere", "--json", text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"surcease: {tmp_path / 'nowhere'} does not exist\n"


def test_in_pipes_a_whole_diary_gives_nothing_but_its_analysis(surcease, small_diary):
    done = surcease("analyze", small_diary(), "--json", text=True)
    assert done.stderr == ""
    assert json.loads(done.stdout)["schema"] == "surcease.analysis/1"
