import json

import pytest
import typer
from typer.testing import CliRunner

from strategies.whole_diary import WHOLE
from surcease.cli.commands import export
from surcease.diary import DiaryError, write_diary
from surcease.exchange import Choices, open_source


@pytest.fixture
def run(tmp_path):
    """Run `surcease export` on a diary that has something in every place."""
    app = typer.Typer()
    app.command()(export.command)
    write_diary(WHOLE, tmp_path / "diary")

    def running(*options, file="bundle.json"):
        arguments = [str(tmp_path / "diary"), "--fhir", str(tmp_path / file), *options]
        return CliRunner().invoke(app, arguments)

    return running


def test_it_says_what_leaves_and_what_stays(run):
    said = run().stdout
    assert "  9 MedicationAdministration\n" not in said
    assert "  8 MedicationAdministration\n" in said
    assert "  7 of notes; --with notes lets them leave\n" in said
    assert "  4 of facts about the person; --with person lets them leave\n" in said


def test_with_everything_the_same_diary_comes_back(run, tmp_path):
    said = run("--with", "everything", "--transaction").stdout
    assert "stays" not in said
    assert open_source([tmp_path / "bundle.json"], Choices()).diary == WHOLE


def test_parts_can_be_named_one_by_one_or_together(run, tmp_path):
    run("--with", "notes", "--with", "person", file="one.json")
    run("--with", "notes,person", file="together.json")
    one, together = (
        json.loads((tmp_path / name).read_text()) for name in ("one.json", "together.json")
    )
    assert one["entry"][0] == together["entry"][0]
    assert one["entry"][0]["resource"]["birthDate"] == "1970"


def test_a_report_goes_with_it(run, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 made up")
    assert "  1 DiagnosticReport\n" in run("--report", str(tmp_path / "report.pdf")).stdout


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--with", "name"], "--with: none of notes, ideation, person, columns, everything"),
        (["--patient", "1234"], "--patient: not of the form"),
        (["--report", __file__], "is not a PDF"),
    ],
)
def test_a_slip_in_an_option_is_named(run, options, reason):
    error = run(*options).exception
    assert isinstance(error, DiaryError)
    assert reason in str(error)


@pytest.mark.parametrize("content", ["my notes", '{"attacks": []}'])
def test_a_file_that_is_something_else_stays(run, tmp_path, content):
    (tmp_path / "mine.json").write_text(content)
    error = run(file="mine.json").exception
    assert isinstance(error, DiaryError)
    assert (tmp_path / "mine.json").read_text() == content


def test_an_earlier_bundle_is_replaced(run):
    assert (run().exit_code, run().exit_code) == (0, 0)
