"""docs/reference/analysis.schema.json is what an analysis prints, and no more."""

import json
import re
from datetime import date

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import surcease
from strategies import analyses
from surcease.analysis.contract import to_dict
from surcease.diary import Diary, Regimen


@pytest.fixture(scope="module")
def schema(root):
    return json.loads((root / "docs/reference/analysis.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def faults(schema):
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return lambda document: [fault.json_path for fault in validator.iter_errors(document)]


def printed(analysis, *, details):
    return json.loads(surcease.to_json(analysis, details=details))


@pytest.mark.parametrize("details", [False, True])
def test_a_real_analysis_follows_the_schema(faults, published_case, details):
    assert faults(printed(published_case, details=details)) == []


@pytest.mark.parametrize(
    "name", ["no days", "one day", "twenty days", "sixteen years", "all unknown"]
)
def test_extreme_analyses_follow_the_schema(faults, name):
    assert faults(printed(analyses.extremes()[name], details=True)) == []


def test_the_analysis_of_a_diary_that_says_nothing_follows_the_schema(faults):
    regimen = Regimen("a tea of my own", 2, "cups", date(2024, 1, 1))
    assert faults(printed(surcease.analyze(Diary("UTC", regimens=(regimen,))), details=True)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("extra",), 1),
        (("schema",), "surcease.analysis/2"),
        (("seed",), "one"),
        (("days", "observed"), -1),
        (("course", "in_bout_now"), 1.5),
        (("treatments", 0, "verdict"), "works"),
        (("treatments", 0, "reduction", "mean"), 0.5),
    ],
)
def test_a_document_that_breaks_the_schema_is_found(faults, published_case, path, value):
    document = to_dict(published_case)
    *where, last = path
    place = document
    for each in where:
        place = place[each]
    place[last] = value
    assert faults(document) != []


def test_every_key_is_explained_on_the_page(schema, root):
    page = (root / "docs/reference/analysis-json.md").read_text(encoding="utf-8")
    explained = set(re.findall(r'`"?([\w.]+)"?`', page)) | set(re.findall(r'"(\w+)"', page))
    assert keys_of(schema) - explained == set()


def keys_of(part):
    if isinstance(part, list):
        return set().union(*map(keys_of, part))
    if not isinstance(part, dict):
        return set()
    return set(part.get("properties", {})).union(*map(keys_of, part.values()))
