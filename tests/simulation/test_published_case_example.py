import itertools
import shlex
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands.simulate import command
from surcease.diary import Diary, Side, civil_days, read_diary

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "published-case"


@pytest.fixture(scope="module")
def diary() -> Diary:
    return read_diary(EXAMPLE)


def documented_command() -> list[str]:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    line = next(line for line in readme.splitlines() if "surcease simulate" in line)
    _, _, place, *options = shlex.split(line)
    assert place == "examples/published-case"
    return [option for option in options if option != "--replace"]


def test_the_documented_command_writes_the_example_byte_for_byte(tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(command)
    CliRunner().invoke(app, [str(tmp_path / "published-case"), *documented_command()])
    made = {path.relative_to(tmp_path): path.read_bytes() for path in files_under(tmp_path)}
    shipped = {
        path.relative_to(EXAMPLES): path.read_bytes()
        for path in files_under(EXAMPLES)
        if path.name != "README.md"
    }
    assert made == shipped


def files_under(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def days_between_sessions(diary: Diary, treatment: str) -> list[int]:
    days = sorted({dose.given_at.on for dose in diary.doses if dose.treatment == treatment})
    return [(later - earlier).days for earlier, later in itertools.pairwise(days)]


def test_there_are_fifteen_sessions_of_botox_two_to_four_months_apart(diary: Diary) -> None:
    gaps = days_between_sessions(diary, "onabotulinumtoxin_a")
    assert len(gaps) == 14
    assert all(60 <= gap <= 123 for gap in gaps)
    sites = {dose.site for dose in diary.doses if dose.treatment == "onabotulinumtoxin_a"}
    assert len(sites) == 4


def test_infusions_are_about_monthly_and_sometimes_every_three_weeks(diary: Diary) -> None:
    gaps = days_between_sessions(diary, "magnesium_sulfate_iv")
    assert 26 <= sum(gaps) / len(gaps) <= 31
    assert sum(gap <= 23 for gap in gaps) >= 3
    assert max(gaps) <= 35


def test_the_course_is_chronic_and_nearly_always_on_one_side(diary: Diary) -> None:
    days = list(civil_days(diary))
    quiet = [day.attacks == 0 for day in days]
    longest = max(len(list(run)) for is_quiet, run in itertools.groupby(quiet) if is_quiet)
    assert len(days) == 1096
    assert longest < 90
    assert 300 <= len(diary.attacks) <= 1500
    left = sum(attack.side is Side.LEFT for attack in diary.attacks)
    assert left > 0.95 * len(diary.attacks)


def test_a_few_days_are_unknown(diary: Diary) -> None:
    unknown = sum(day.attacks is None for day in civil_days(diary))
    assert 10 <= unknown <= 80


def test_verapamil_changes_a_few_times(diary: Diary) -> None:
    assert len(diary.regimens) == 4
    assert {regimen.treatment for regimen in diary.regimens} == {"verapamil"}


def test_injections_are_for_bad_attacks_and_the_other_triptans_for_mild_ones(diary: Diary) -> None:
    before = {
        name: [dose.intensity_before or 0 for dose in diary.doses if dose.treatment == name]
        for name in ("sumatriptan_sc", "rizatriptan_po", "zolmitriptan_nasal")
    }
    assert min(before["sumatriptan_sc"]) > max(before["rizatriptan_po"])
    assert min(before["sumatriptan_sc"]) > max(before["zolmitriptan_nasal"])


def test_both_magnesium_assays_are_there(diary: Diary) -> None:
    assert {lab.assay for lab in diary.labs} == {"serum total", "red cell"}
