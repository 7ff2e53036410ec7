import json

import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands.evidence import command


@pytest.fixture
def evidence():
    """Run `surcease evidence` in this process."""
    app = typer.Typer()
    app.command()(command)
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


def test_a_treatment_has_its_results_status_and_warnings(evidence):
    said = " ".join(evidence("Emgality").stdout.split())
    assert "United States approved" in said
    assert "F22 Goadsby 2019" in said
    assert "risk ratio 1.36 (1.00 to 1.84)" in said
    assert "Episodic and chronic cluster headache are mixed" in said
    assert "Sumatriptan" not in said


def test_json_is_one_object(evidence):
    document = json.loads(evidence("DHE", "--json").stdout)
    assert document["schema"] == "surcease.evidence/1"
    assert [each["key"] for each in document["results"]] == ["F41", "F42"]
    assert document["pooled"][0]["warnings"]


def test_without_a_name_the_json_holds_everything(evidence):
    assert len(json.loads(evidence("--json").stdout)["results"]) == 48


def test_without_a_name_one_table_says_how_strong_the_evidence_is(evidence):
    said = evidence().stdout
    assert len(said.splitlines()) < 60
    assert "F01" not in said
    assert "surcease evidence NAME" in said


@pytest.mark.parametrize("name", ["Imigran", "Zomig"])
def test_a_name_whose_forms_have_their_own_results_asks_which(evidence, name):
    said = str(evidence(name).exception)
    assert "each form has results of its own; say which" in said
    assert "_nasal" in said


def test_a_shared_name_says_what_may_be_meant(evidence):
    assert "magnesium_sulfate_iv or magnesium_oral" in str(evidence("magnesium").exception)


def test_a_treatment_without_results_says_so(evidence):
    assert "No published result" in evidence("warfarin").stdout


def test_an_unknown_name_is_refused(evidence):
    assert "not one treatment" in str(evidence("moon", "tea").exception)


ATTACKS = (
    "started_at,ended_at,intensity\n"
    "2024-03-04T02:10,2024-03-04T02:40,8\n"
    "2024-03-05T02:10,2024-03-05T03:40,8\n"
)
DOSES = (
    "given_at,treatment,amount,unit\n"
    "2024-03-04T02:15,Imigran injection,6,mg\n"
    "2024-03-05T02:15,Imigran injection,6,mg\n"
)


def test_the_result_of_a_diary_stands_beside_the_published(evidence, small_diary):
    path = str(small_diary(attacks=ATTACKS, doses=DOSES))
    said = " ".join(evidence("Imigran", "injection", "--diary", path).stdout.split())
    assert "In this diary Sumatriptan injection, taken first and alone in 2 attacks" in said
    assert "not of one kind" in said
    assert said.index("In this diary") < said.index("Ekbom 1991: relief 15")


def test_so_it_does_in_the_json(evidence, small_diary):
    path = str(small_diary(attacks=ATTACKS, doses=DOSES))
    document = json.loads(evidence("Imigran", "injection", "--diary", path, "--json").stdout)
    (own,) = document["own"]["acute"]
    assert (own["treatment"], own["alone"]["attacks"]) == ("sumatriptan_sc", 2)
    assert document["own"]["effects"] == []


def test_a_diary_needs_the_name_of_one_treatment(evidence, small_diary):
    path = str(small_diary(attacks=ATTACKS, doses=DOSES))
    assert "needs the name of one treatment" in str(evidence("--diary", path).exception)
