"""The files that the pages show are a diary, and the pages name every column."""

import re

import pytest

from surcease.diary import DayState, civil_days, read_diary_with_notices
from surcease.diary.folder.tables import TABLES

BLOCK = re.compile(r"^ *```(toml|csv)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def shown_diary(root, tmp_path):
    """Write every block of the how-to into its file, recognised by its columns."""
    page = (root / "docs/how-to/keep-a-diary.md").read_text(encoding="utf-8")
    texts = {}
    for kind, text in BLOCK.findall(page):
        file = "diary.toml" if kind == "toml" else file_of(text.split("\n")[0].split(","))
        texts[file] = texts.get(file, "") + text
    for file, text in texts.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def file_of(columns):
    (file,) = {table.file for table in TABLES if set(columns) <= set(table.columns)}
    return file


def test_the_files_of_the_how_to_are_a_diary_without_a_notice(shown_diary):
    diary, notices = read_diary_with_notices(shown_diary)
    assert notices == ()
    assert [len(diary.attacks), len(diary.doses), len(diary.regimens), len(diary.days)] == [
        2,
        4,
        2,
        3,
    ]
    assert (len(diary.coverage), len(diary.journeys)) == (1, 1)


def test_its_days_are_what_the_how_to_says_of_them(shown_diary):
    diary, _ = read_diary_with_notices(shown_diary)
    states = {day.on.isoformat(): day.state for day in civil_days(diary)}
    assert states["2024-02-11"] is DayState.UNKNOWN
    assert states["2024-05-01"] is DayState.NONE
    assert states["2024-05-02"] is DayState.ATTACKS
    assert states["2024-02-12"] is DayState.NONE


def test_the_reference_names_every_file_and_column(root):
    page = (root / "docs/reference/diary-format.md").read_text(encoding="utf-8")
    for table in TABLES:
        (section,) = re.findall(rf"^## `{table.file}`\n(.*?)(?=^## |\Z)", page, re.M | re.S)
        named = set(re.findall(r"`(\w+)`", section))
        assert set(table.columns) - named == set(), table.file
        required = set(re.findall(r"\*\*`(\w+)`\*\*", section))
        assert required == set(table.required), table.file
