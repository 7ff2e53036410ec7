import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands import import_
from surcease.diary import DiaryError, read_diary

EXPORT = "migraine-buddy-export.csv"


@pytest.fixture
def run(data, tmp_path):
    """Run `surcease import` on an export; the diary goes to a folder of the test."""
    app = typer.Typer()
    app.command()(import_.command)

    def running(*options, export=EXPORT, answers=""):
        arguments = [str(data / export), str(tmp_path / "diary"), *options]
        return CliRunner().invoke(app, arguments, input=answers)

    return running


@pytest.fixture
def at_a_terminal(monkeypatch):
    monkeypatch.setattr(import_, "_is_terminal", lambda: True)


def test_without_yes_it_shows_and_writes_nothing(run, tmp_path):
    result = run("--zone", "Europe/Copenhagen")
    assert result.exit_code == 0
    assert "6 attacks" in result.stdout
    assert "Nothing is written yet." in result.stdout
    assert not (tmp_path / "diary").exists()


def test_with_yes_it_writes_a_diary_that_reads_back(run, tmp_path):
    assert run("--zone", "Europe/Copenhagen", "--yes").exit_code == 0
    diary = read_diary(tmp_path / "diary")
    assert (len(diary.attacks), len(diary.doses)) == (6, 5)


def test_in_a_pipe_no_line_is_broken_or_padded(run):
    lines = run("--zone", "Europe/Copenhagen").stdout.splitlines()
    assert any(len(line) > 80 for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_in_a_pipe_a_missing_zone_is_an_error_that_says_what_to_pass(run):
    assert "--zone" in str(run("--yes").exception)


@pytest.mark.usefixtures("at_a_terminal")
def test_on_a_terminal_it_asks_for_the_zone_and_before_writing(run, tmp_path):
    result = run(answers="Europe/Copenhagen\ny\n")
    assert result.exit_code == 0
    assert read_diary(tmp_path / "diary").zone == "Europe/Copenhagen"


@pytest.mark.usefixtures("at_a_terminal")
def test_on_a_terminal_a_no_writes_nothing(run, tmp_path):
    assert run("--zone", "UTC", answers="n\n").exit_code == 0
    assert not (tmp_path / "diary").exists()


def test_what_the_user_says_becomes_part_of_the_diary(run, tmp_path):
    run(
        *("--zone", "UTC", "--yes", "--treatment", "Ibuprofen=Verapamil"),
        *("--taken-daily", "lithium 800 mg from 2024-11-01"),
        *("--coverage", "2024-11-01..2024-11-30"),
    )
    diary = read_diary(tmp_path / "diary")
    assert diary.regimens[0].amount_per_day == 800
    assert diary.coverage[0].from_on.isoformat() == "2024-11-01"
    assert "verapamil" not in {dose.treatment for dose in diary.doses}


def test_a_saved_mapping_makes_the_next_import_need_nothing_else(run, tmp_path):
    mapping = str(tmp_path / "mapping.toml")
    run("--zone", "Europe/Copenhagen", "--save-mapping", mapping)
    assert run("--mapping", mapping, "--yes").exit_code == 0
    assert read_diary(tmp_path / "diary").zone == "Europe/Copenhagen"


def test_a_date_order_on_the_command_line_goes_before_that_of_a_saved_mapping(run, tmp_path):
    mapping, log = str(tmp_path / "mapping.toml"), tmp_path / "log.csv"
    log.write_text("Date,Pain\n3/4/2024 08:00,7\n5/4/2024 08:00,7\n", "utf-8")
    run("--zone", "UTC", "--date-order", "dmy", "--save-mapping", mapping, export=log)
    run("--mapping", mapping, "--date-order", "mdy", "--yes", export=log)
    assert [each.started_at.on.month for each in read_diary(tmp_path / "diary").attacks] == [3, 5]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--date-order", "ydm"),
        ("--taken-daily", "verapamil"),
        ("--coverage", "2024"),
        ("--treatment", "tank"),
        ("--zone", "Denmark"),
    ],
)
def test_an_option_that_cannot_be_read_is_named(run, option, value):
    error = run("--zone", "UTC", option, value).exception
    assert isinstance(error, DiaryError)
    assert str(error).startswith(f"{option}: ")


def test_a_diary_that_is_there_stays_and_is_told_of_before_the_preview(run):
    run("--zone", "UTC", "--yes")
    again = run("--zone", "UTC", "--yes")
    assert "choose another place" in str(again.exception)
    assert again.stdout == ""


def test_a_surcease_diary_is_not_imported(run, tmp_path):
    run("--zone", "UTC", "--yes")
    assert "already" in str(run("--yes", export=tmp_path / "diary").exception)


def test_a_bad_file_ends_with_one_line_and_exit_code_1(tmp_path):
    (tmp_path / "poem.txt").write_text("Roses are red\n")
    command = [sys.executable, "-c", "from surcease.cli import run; run()", "import"]
    done = subprocess.run(  # noqa: S603  the interpreter that runs the tests
        [*command, str(tmp_path / "poem.txt"), str(tmp_path / "diary")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("surcease: not recognised as a diary")
    assert "Traceback" not in done.stderr
