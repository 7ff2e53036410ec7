import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands.analyze import command


@pytest.fixture
def exports():
    """A folder of other apps' exports."""
    return Path(__file__).parents[1] / "exchange" / "data"


@pytest.fixture
def analyze():
    """Run `surcease analyze` in this process."""
    app = typer.Typer()
    app.command()(command)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def surcease():
    """Run `surcease` as a shell would."""

    def running(*arguments, **options):
        command = [sys.executable, "-c", "from surcease.cli import run; run()", *arguments]
        options = {"capture_output": True, "stdin": subprocess.DEVNULL, "check": False} | options
        return subprocess.run(map(str, command), **options)  # noqa: S603, PLW1510  our own command

    return running


@pytest.fixture
def small_diary(tmp_path):
    """Write a diary of a month: the tables given, under a coverage of all its days."""

    def writing(name="diary", **tables):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "diary.toml").write_text(
            'format = "surcease-diary/1"\nzone = "Europe/Copenhagen"\n'
            "[[coverage]]\nfrom = 2024-03-01\nto = 2024-03-31\n"
        )
        attacks = "started_at\n2024-03-04T02:10\n2024-03-05T03:00\n2024-03-09T02:40\n"
        for table, text in {"attacks": attacks, **tables}.items():
            (folder / f"{table}.csv").write_text(text, encoding="utf-8")
        return folder

    return writing
