import json

import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands.schedule import command

INFUSIONS = (
    "given_at,treatment,amount,unit\n"
    "2024-03-03T10:00,magnesium_sulfate_iv,1,g{MgSO4}\n"
    "2024-03-20T10:00,MgSO4,1,g{MgSO4}\n"
)
ACUTE = "given_at,treatment,amount,unit\n2024-03-03T10:00,sumatriptan_sc,6,mg\n"
NOTHING_KNOWN = 'format = "surcease-diary/1"\nzone = "Europe/Copenhagen"\n'


@pytest.fixture
def schedule():
    """Run `surcease schedule` in this process."""
    app = typer.Typer()
    app.command()(command)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def infused(small_diary):
    return small_diary(doses=INFUSIONS)


def test_a_diary_that_cannot_tell_says_so_and_shows_no_interval(schedule, infused):
    result = schedule(infused, "--treatment", "MgSO4", "--every", "14:60")
    assert result.exit_code == 0
    assert "2 doses, usually 17 days apart" in result.stdout
    assert "? cannot tell" in result.stdout
    assert "No curve is drawn" in result.stdout
    assert "60 days" not in result.stdout


def test_json_is_one_object_with_nothing_where_nothing_is_known(schedule, infused):
    result = schedule(infused, "--treatment", "magnesium_sulfate_iv", "--json")
    document = json.loads(result.stdout)
    assert document["schema"] == "surcease.schedule/1"
    assert document["days"]["attacks"] == 3
    assert (document["verdict"], document["by_interval"]) == ("cannot_tell", [])
    assert document["attacks_per_month_without"] is None


def test_html_writes_a_page_and_says_where(schedule, infused, tmp_path):
    page = tmp_path / "new folder" / "page.html"
    result = schedule(infused, "--treatment", "MgSO4", "--html", page)
    assert result.stdout.endswith(f"Page: {page}\n")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_with_json_the_place_of_the_page_stays_out_of_the_output(schedule, infused, tmp_path):
    result = schedule(infused, "--treatment", "MgSO4", "--json", "--html", tmp_path / "page.html")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == f"Page: {tmp_path / 'page.html'}\n"


@pytest.mark.parametrize("every", ["60:14", "0:20", "14:9999", "weekly", "14:", "14:60:2", ":"])
def test_intervals_that_are_none_are_refused(schedule, infused, every):
    result = schedule(infused, "--treatment", "MgSO4", "--every", every)
    assert (result.exit_code, "--every" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("doses", "treatment", "message"),
    [
        (INFUSIONS, "Botox", "the diary has nothing of OnabotulinumtoxinA"),
        (INFUSIONS, "Moon tea", "neither diary nor formulary has a treatment of this name"),
        (ACUTE, "Imigran inj", "do not act for days"),
    ],
)
def test_a_treatment_without_a_schedule_is_refused_before_anything_is_fitted(
    schedule, small_diary, doses, treatment, message
):
    result = schedule(small_diary(doses=doses), "--treatment", treatment)
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in str(result.exception)


def test_a_diary_without_a_known_day_says_so(schedule, tmp_path):
    (tmp_path / "diary.toml").write_text(NOTHING_KNOWN)
    (tmp_path / "doses.csv").write_text(INFUSIONS)
    result = schedule(tmp_path, "--treatment", "MgSO4", "--html", tmp_path / "page.html")
    assert "No day of this diary is known yet" in result.stdout
    assert "No day of this diary is known yet" in (tmp_path / "page.html").read_text()


def test_the_same_seed_gives_the_same_bytes(schedule, infused):
    asked = (infused, "--treatment", "MgSO4", "--json", "--seed", 3)
    assert schedule(*asked).stdout_bytes == schedule(*asked).stdout_bytes
