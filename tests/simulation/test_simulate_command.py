import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner, Result

from surcease.cli.commands.simulate import command
from surcease.diary import DiaryError, civil_days, read_diary
from surcease.simulation import SCENARIOS, simulate

DOCS = Path(__file__).parents[2] / "docs" / "reference" / "simulator.md"


def run(*arguments: object) -> Result:
    app = typer.Typer()
    app.command()(command)
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_it_writes_a_diary_and_the_truth_beside_it(tmp_path: Path) -> None:
    result = run(tmp_path / "diary", "--scenario", "episodic", "--seed", 5, "--days", 200)
    assert result.exit_code == 0
    expected = simulate(replace(SCENARIOS["episodic"], days=200), np.random.default_rng(5))
    assert read_diary(tmp_path / "diary") == expected.diary
    truth = json.loads((tmp_path / "diary.truth.json").read_text("utf-8"))
    assert truth["schema"] == "surcease.truth/1"
    assert (truth["scenario"], truth["seed"], truth["days"]) == ("episodic", 5, 200)
    assert truth["attacks_by_day"] == expected.truth.attacks.tolist()
    assert len(truth["rate_by_day"]) == 200


def test_the_truth_of_each_treatment_is_told_in_the_terms_of_an_analysis(tmp_path: Path) -> None:
    run(tmp_path / "diary", "--scenario", "three_preventives")
    truth = json.loads((tmp_path / "diary.truth.json").read_text("utf-8"))
    infusion, *_, verapamil = truth["treatments"]
    assert set(infusion["reduction_over"]) == {"14", "28", "56", "84"}
    assert infusion["days_to_half"] > 10
    amounts = [each["amount_per_day"] for each in verapamil["by_amount"]]
    assert amounts == [240, 360, 480]
    assert verapamil["reduction"] == 0.2


def test_the_diary_says_that_it_is_simulated(tmp_path: Path) -> None:
    run(tmp_path / "diary", "--days", 10)
    assert "simulated = true" in (tmp_path / "diary" / "diary.toml").read_text("utf-8")


def test_the_same_command_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run(tmp_path / name, "--seed", 9, "--days", 100)
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "b").iterdir())
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
    assert (tmp_path / "a.truth.json").read_bytes() == (tmp_path / "b.truth.json").read_bytes()


def test_it_never_writes_over_a_diary_unasked(tmp_path: Path) -> None:
    run(tmp_path / "diary", "--days", 10)
    (tmp_path / "diary.truth.json").unlink()
    assert isinstance(run(tmp_path / "diary", "--days", 20).exception, DiaryError)
    assert len(list(civil_days(read_diary(tmp_path / "diary")))) == 10
    assert not (tmp_path / "diary.truth.json").exists()


def test_it_never_writes_over_a_truth_unasked(tmp_path: Path) -> None:
    (tmp_path / "diary.truth.json").write_text("{}", "utf-8")
    assert isinstance(run(tmp_path / "diary").exception, DiaryError)
    assert [path.name for path in tmp_path.iterdir()] == ["diary.truth.json"]
    assert (tmp_path / "diary.truth.json").read_text("utf-8") == "{}"


def test_it_writes_over_a_diary_when_told_to(tmp_path: Path) -> None:
    run(tmp_path / "diary", "--days", 10)
    assert run(tmp_path / "diary", "--days", 20, "--replace").exit_code == 0
    assert json.loads((tmp_path / "diary.truth.json").read_text("utf-8"))["days"] == 20


def test_every_scenario_is_listed_and_documented() -> None:
    result = run("--list")
    assert result.exit_code == 0
    documented = DOCS.read_text("utf-8")
    for name, scenario in SCENARIOS.items():
        assert f"{name} " in result.output
        assert f"| `{name}` | {scenario.summary} |" in documented


@pytest.mark.parametrize(
    "wrong", [["--scenario", "nobody"], ["--days", "0"], ["--seed", "-1"], ["--seed", "x"]]
)
def test_a_wrong_option_is_refused_and_nothing_written(tmp_path: Path, wrong: list[str]) -> None:
    assert run(tmp_path / "diary", *wrong).exit_code == 2
    assert list(tmp_path.iterdir()) == []
