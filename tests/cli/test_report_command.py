import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands.report import command

NOT_THERE = "No day of the chosen period is in this diary."


@pytest.fixture
def report(small_diary, tmp_path):
    """Run `surcease report` on a diary of March 2024, in this process."""
    app = typer.Typer()
    app.command()(command)
    diary, pdf = small_diary(), tmp_path / "report.pdf"

    def running(*options):
        return CliRunner().invoke(app, [str(diary), "--pdf", str(pdf), *options]), pdf

    return running


@pytest.mark.parametrize("period", [("--from", "2024-04-01"), ("--to", "2024-02-29")])
def test_a_period_that_the_diary_does_not_reach_is_reported_and_pointed_out(report, period):
    result, pdf = report(*period)
    assert result.exit_code == 0
    assert NOT_THERE in result.stderr
    assert pdf.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("period", [(), ("--from", "2024-03-31"), ("--to", "2024-03-01")])
def test_a_period_with_a_day_of_the_diary_needs_no_remark(report, period):
    result, _ = report(*period)
    assert result.exit_code == 0
    assert NOT_THERE not in result.stderr
