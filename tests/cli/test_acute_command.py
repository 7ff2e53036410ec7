import json
import sys

import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands.acute import command

ATTACKS = (
    "started_at,ended_at,intensity\n"
    "2024-03-04T02:10,2024-03-04T02:40,8\n"
    "2024-03-05T02:10,2024-03-05T03:40,4\n"
    "2024-03-06T02:10,,4\n"
)
DOSES = (
    "given_at,treatment,amount,unit,intensity_before,intensity_15_min\n"
    "2024-03-04T02:15,Imigran injection,6,mg,8,0\n"
    "2024-03-05T02:15,Imigran injection,6,mg,8,2\n"
    "2024-03-05T02:45,O2,12,L/min,,\n"
)


@pytest.fixture
def acute():
    """Run `surcease acute` in this process."""
    app = typer.Typer()
    app.command()(command)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


def test_counts_and_ranges_are_shown_with_what_they_lean_on(acute, small_diary):
    result = acute(small_diary(attacks=ATTACKS, doses=DOSES))
    said = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "3 attacks, 2 treated" in said
    assert "1 of 2" in said
    assert "pain-free, 15 min 71% 48% (coch)" in said
    assert "not advice" in said


def test_json_is_one_object(acute, small_diary):
    document = json.loads(acute(small_diary(attacks=ATTACKS, doses=DOSES), "--json").stdout)
    assert document["schema"] == "surcease.acute/1"
    injection, oxygen = document["treatments"]
    assert injection["alone"]["pain_free_15_min"]["yes"] == 1
    assert injection["alone"]["relief_15_min"]["of"] == 2
    assert injection["alone"]["further_dose"] == 1
    assert oxygen["alone"]["attacks"] == 0
    assert oxygen["after_others"]["attacks"] == 1
    assert document["triptan_days"]["doses"] == 2


def test_a_diary_without_acute_treatments_says_so(acute, small_diary):
    assert "No attack of this diary has a dose" in " ".join(acute(small_diary()).stdout.split())
    assert "No attack is recorded" in acute(small_diary("empty", attacks="started_at\n")).stdout


def test_without_the_extra_everything_but_the_comparison_is_there(acute, small_diary, monkeypatch):
    days = [f"2024-03-{day:02}" for day in range(1, 21)]
    attacks = "".join(f"{on}T02:00,{on}T03:{7 * n % 20:02},8\n" for n, on in enumerate(days))
    names = ("O2", "Imigran injection")
    doses = "".join(f"{on}T02:{5 + n},{names[n % 2]}\n" for n, on in enumerate(days, start=5))
    diary = small_diary(
        attacks=f"started_at,ended_at,intensity\n{attacks}", doses=f"given_at,treatment\n{doses}"
    )
    assert "Compared" in acute(diary).stdout
    monkeypatch.setitem(sys.modules, "statsmodels.duration.hazard_regression", None)
    said = acute(diary).stdout
    assert "Compared" not in said
    assert "surcease[statistics]" in said


def test_a_name_in_brackets_is_text(acute, small_diary):
    doses = "given_at,treatment\n2024-03-04T02:15,[red]cold shower[/red]\n"
    assert "[red]cold shower" in acute(small_diary(attacks=ATTACKS, doses=doses)).stdout
