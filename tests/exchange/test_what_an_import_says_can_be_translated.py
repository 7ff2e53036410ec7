"""In a made-up language no English is left in what an import says of a row or of a file."""

import ast
import json
import zipfile
from pathlib import Path

import pytest

from strategies.made_up_language import not_collected, spoken, words_in
from surcease.diary import DiaryError
from surcease.exchange import Choices, open_source, read_any
from surcease.formulary.wording import error_in_words

SOURCE = Path(__file__).resolve().parents[2] / "src" / "surcease"
FOR_THE_COMMAND_LINE = {"choices_file.py", "in_words.py", "questions.py", "statements.py"}
LOG = "Date,Time,End,Pain,Type,Drugs\n"
ATTACKS = "started_at,ended_at,intensity,kind,side\n"
ROWS = {
    "no date": "started,,,7,,",
    "no such day": "2019-02-30,08:00,,7,,",
    "another year": "0200-01-01,08:00,,7,,",
    "no time of day": "2019-03-04,noonish,,7,,",
    "beyond the scale": "2019-03-04,08:00,,11,,",
    "a word of no scale": "2019-03-04,08:00,,purple,,",
    "an end before the start": "2019-03-04,08:00,07:00,7,,",
    "another headache": "2019-03-04,08:00,,7,migraine,",
    "a note": "2019-03-04 (slept badly),08:00,,7,,",
    "a day among times": "2019-03-05,,,7,,",
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_why_a_row_of_a_table_is_refused_or_doubted(import_table, row):
    def said():
        preview = import_table(f"{LOG}2019-03-05,08:00,,7,,\n{row}\n").preview
        return [each.reason for each in (*preview.refused, *preview.doubts)]

    assert all(map(words_in, said()))
    with spoken() as catalogue:
        left = {word for reason in said() for word in words_in(reason)}
    assert left <= {"Time", "End", "Pain"}, "names of columns"
    assert not_collected(catalogue.asked) == set()


def test_what_is_good_to_know(import_table):
    with spoken() as catalogue:
        preview = import_table("Date,Pain\n2019-03-05,7\n2019-03-06,7\n2019-03-06,7\n").preview
    assert preview.notices
    assert not any(map(words_in, preview.notices))
    assert not_collected(catalogue.asked) == set()


@pytest.mark.parametrize(
    "row",
    [
        ",,5,,",
        "2024-03-01,,,,",
        "2024-03-01T08:00,2024-03-01T07:59,,,",
        "2024-03-01T08:00,,11,,",
        "2024-03-01T08:00,,,",
        "0200-03-01T08:00,,,,\n,,,,5",
    ],
)
def test_why_a_diary_of_our_own_is_refused(tmp_path, row):
    path = tmp_path / "diary.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("diary.toml", 'format = "surcease-diary/1"\nzone = "Europe/Paris"\n')
        archive.writestr("attacks.csv", f"{ATTACKS}{row}\n")
    with pytest.raises(DiaryError) as refused:
        read_any([path])
    assert words_in(error_in_words(refused.value)) > names_in(refused.value)
    with spoken() as catalogue:
        assert words_in(error_in_words(refused.value)) == names_in(refused.value)
    assert not_collected(catalogue.asked) == set()


def names_in(error):
    """Names of files and columns, which are what they are in any language."""
    return words_in(str(error)) & {"attacks", "csv", "started_at", "started", "intensity"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", ""),
        ("letter.txt", "Dear doctor,\nthank you.\n"),
        ("sheet.xlsx", "PK\x03\x04 no workbook"),
        ("broken.json", '{"resourceType": '),
        ("nobody.json", json.dumps({"resourceType": "Bundle", "entry": 7})),
    ],
)
def test_why_a_file_is_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(DiaryError) as refused:
        open_source([path], Choices(zone="Europe/Paris"))
    with spoken() as catalogue:
        said = error_in_words(refused.value)
    assert words_in(said.replace(name, "")) <= {"Bundle", "entry"}
    assert not_collected(catalogue.asked) == set()


def errors_put_together(tree):
    """Return the lines on which an error is made of a text that no catalogue can hold."""
    calls = (each for each in ast.walk(tree) if isinstance(each, ast.Call) and each.args)
    return [
        each.lineno
        for each in calls
        if ast.unparse(each.func) in ("DiaryError", "super().__init__", "_")
        and isinstance(each.args[0], ast.JoinedStr | ast.BinOp)
    ]


@pytest.mark.parametrize("folder", ["diary", "exchange", "formulary", "safety"])
def test_no_text_is_put_together_before_it_is_translated(folder):
    files = [
        each for each in (SOURCE / folder).rglob("*.py") if each.name not in FOR_THE_COMMAND_LINE
    ]
    found = {each.name: errors_put_together(ast.parse(each.read_text("utf-8"))) for each in files}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_text_put_together_would_be_found():
    assert errors_put_together(ast.parse('raise DiaryError(f"{column} is empty")')) == [1]
