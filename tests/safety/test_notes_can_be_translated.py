"""In a made-up language no English is left in what any rule says, in any of its situations."""

import tomllib
from pathlib import Path

import pytest

from strategies.clinic import told
from strategies.made_up_language import not_collected, spoken, words_in
from surcease.safety import check
from surcease.safety.entry import unit_fault

VECTORS = tomllib.loads(Path(__file__).with_name("vectors.toml").read_text("utf-8"))["vector"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: f"{each['rule']}: {each['name']}")
def test_all_that_is_said_of_a_situation_is_translated(vector):
    case = told(vector["given"])
    with spoken():
        found = check(case.diary, case.as_of)
    said = [text for each in found.findings for text in (each.title, each.text, each.ask)]
    said += [each.needs for each in found.needs]
    assert {word for text in said for word in words_in(text)} == set()


@pytest.mark.parametrize(
    ("treatment", "unit"),
    [("magnesium_sulfate_iv", "g"), ("magnesium_sulfate_iv", ""), ("Dysport", "U")],
)
def test_what_is_wrong_with_a_unit_is_translated(treatment, unit):
    assert words_in(unit_fault(treatment, 2.0, unit) or "")
    with spoken():
        assert words_in(unit_fault(treatment, 2.0, unit) or "") == set()


def test_all_that_is_said_is_collected_for_a_translation():
    with spoken() as catalogue:
        for vector in VECTORS:
            case = told(vector["given"])
            check(case.diary, case.as_of)
    assert not_collected(catalogue.asked) == set()


def test_english_would_be_found():
    assert words_in("Which amount is mine?") == {"Which", "amount", "mine"}
