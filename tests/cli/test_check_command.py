import json

import pytest
import typer
from typer.testing import CliRunner

from surcease.cli.commands.check import command

THREE_INJECTIONS = (
    "given_at,treatment,amount,unit\n"
    "2024-03-04T02:10,Imigran injection,6,mg\n"
    "2024-03-04T08:10,Imigran injection,6,mg\n"
    "2024-03-04T16:10,Imigran injection,6,mg\n"
    "2024-03-04T17:10,Imigran injection,6,mg\n"
)


@pytest.fixture
def check():
    """Run `surcease check` in this process."""
    app = typer.Typer()
    app.command()(command)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


def test_notes_say_what_was_seen_and_what_to_ask(check, small_diary):
    result = check(small_diary(doses=THREE_INJECTIONS))
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert "S01 Sumatriptan injections in 24 hours, 2 times" in said
    assert "24 mg within 24 h" in said
    assert "18 mg within 24 h" not in said
    assert "Source: imi (V)" in said
    assert "conditions.csv" in said


def test_an_empty_diary_is_looked_at_as_of_no_day(check, tmp_path):
    settings = 'format = "surcease-diary/1"\nzone = "Europe/Copenhagen"\n'
    (tmp_path / "diary.toml").write_text(settings, encoding="utf-8")
    assert check(tmp_path).stdout.startswith("Safety notes\n")


def test_all_shows_each_time(check, small_diary):
    result = check(small_diary(doses=THREE_INJECTIONS), "--all")
    assert "18 mg within 24 h" in result.stdout


def test_a_diary_without_anything_to_say_says_so_and_never_that_all_is_safe(check, small_diary):
    result = check(small_diary())
    assert "No rule has anything to say" in result.stdout
    assert "does not mean that all is safe" in " ".join(result.stdout.split())


def test_json_is_one_object(check, small_diary):
    document = json.loads(check(small_diary(doses=THREE_INJECTIONS), "--json").stdout)
    assert (document["schema"], document["as_of"]) == ("surcease.check/1", "2024-03-31")
    assert [each["severity"] for each in document["findings"]].count("WARN") == 2
    assert document["findings"][0]["doses"][-1]["given_at"] == "2024-03-04T16:10:00+01:00"


def test_it_can_look_as_of_another_day(check, small_diary):
    result = check(small_diary(doses=THREE_INJECTIONS), "--on", "2024-03-03", "--json")
    assert json.loads(result.stdout)["findings"] == []


def test_someone_to_talk_to_is_below_every_check(check, small_diary):
    lines = check(small_diary()).stdout
    assert lines.index("No rule") < lines.index("988")


@pytest.mark.parametrize("note", ["I want to die", "I wanted to die in this attack"])
def test_it_comes_first_where_the_diary_speaks_of_not_wanting_to_live(check, small_diary, note):
    attacks = f"started_at,notes\n2024-03-04T02:10,{note}\n"
    result = check(small_diary(attacks=attacks))
    assert result.stdout.index("988") < result.stdout.index("No rule")
    assert "oxygen" in result.stdout
    assert note not in result.stdout


def test_such_thoughts_are_in_no_export(check, small_diary):
    attacks = "started_at,notes\n2024-03-04T02:10,I want to die\n"
    document = json.loads(check(small_diary(attacks=attacks), "--json").stdout)
    without = json.loads(check(small_diary("other"), "--json").stdout)
    assert document["findings"] == without["findings"] == []
    assert set(document) == set(without)


def test_brackets_in_what_is_asked_for_are_text(check, small_diary):
    said = " ".join(check(small_diary(doses=THREE_INJECTIONS)).stdout.split())
    assert "year of birth and sex, in [person]" in said
