import json

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from surcease.cli.commands.treatments import Grid, command
from surcease.diary.errors import DiaryError
from surcease.formulary import sources, treatments

app = typer.Typer()
app.command()(command)


def run(*arguments):
    return CliRunner().invoke(app, list(arguments))


def test_every_treatment_is_one_line_in_a_pipe():
    lines = run().output.splitlines()
    keys = [line.split()[0] for line in lines[1 : 1 + len(treatments())]]
    assert sorted(keys) == sorted(treatments())
    assert lines[0].split()[:3] == ["key", "name", "role"]


def test_acute_treatments_stand_before_transitional_and_preventive_ones():
    output = run().output
    assert output.index("\noxygen") < output.index("\ngon_block") < output.index("\nverapamil")


def test_one_treatment_shows_facts_sources_status_codes_and_cautions():
    output = run("magnesium_sulfate_iv").output
    assert "1 g MgSO4" in output
    assert sources()["mgrate"].addresses[0] in output
    assert "off-label" in output
    assert "B05XA05" in output
    assert "Kidney impairment." in output


@pytest.mark.parametrize("words", [["Imigran", "inj"], ["imigran inj"]])
def test_a_treatment_is_found_by_any_of_its_names(words):
    assert run(*words).output.startswith("Sumatriptan injection (sumatriptan_sc)")


def test_a_drug_whose_route_is_not_stated_points_to_its_forms():
    assert "Forms: sumatriptan_sc, sumatriptan_nasal, sumatriptan_po" in run("Imitrex").output


@pytest.mark.parametrize("arguments", [[], ["verapamil"]])
def test_the_page_ends_by_saying_that_it_is_no_advice(arguments):
    assert run(*arguments).output.splitlines()[-1].endswith("not advice.")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("verrapamill", "did you mean verapamil"),
        ("magnesium", "did you mean magnesium_sulfate_iv or magnesium_oral?"),
        ("qqqqqq", "is not one treatment of the formulary"),
    ],
)
def test_an_unknown_name_ends_with_a_hint_and_exit_code_1(name, hint):
    result = run(name)
    assert result.exit_code == 1
    assert isinstance(result.exception, DiaryError)
    assert hint in str(result.exception)


def test_json_holds_every_fact_and_the_sources_it_names():
    content = json.loads(run("galcanezumab", "--json").output)
    (treatment,) = content["treatments"]
    amount = treatment["facts"]["usual_amount"][0]
    assert content["schema"] == "surcease.treatments/1"
    assert (amount["value"], amount["unit"], amount["from_on"]) == (300, "mg", "2019-06-01")
    assert treatment["facts"]["onset_prior"][0]["from_on"] is None
    assert content["sources"]["emgPI"]["addresses"] == list(sources()["emgPI"].addresses)


def test_json_of_all_holds_all():
    content = json.loads(run("--json").output)
    assert {each["key"] for each in content["treatments"]} == set(treatments())


def printed(width):
    console = Console(width=width, color_system=None, markup=False)
    with console.capture() as capture:
        console.print(
            Grid(("key", "amount"), [("onabotulinumtoxin_a", "100 [U]")]).fitting(console)
        )
    return [line.rstrip() for line in capture.get().splitlines()]


def test_a_narrow_terminal_shows_rows_one_below_the_other_with_nothing_cut_off():
    assert printed(20) == ["onabotulinumtoxin_a", "  100 [U]"]


def test_a_wide_terminal_shows_columns():
    assert printed(80)[1].split() == ["onabotulinumtoxin_a", "100", "[U]"]
