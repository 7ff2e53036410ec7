"""Every rule in the situations of vectors.toml, and in none that it does not know."""

import tomllib
from pathlib import Path

import pytest

from strategies.clinic import told
from surcease.safety import Severity, check, rules_by_key

VECTORS = tomllib.loads(Path(__file__).with_name("vectors.toml").read_text("utf-8"))["vector"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: f"{each['rule']}: {each['name']}")
def test_a_rule_says_what_a_neurologist_expects(vector):
    case = told(vector["given"])
    said = [f for f in check(case.diary, case.as_of).findings if f.rule == vector["rule"]]
    worst = min((each.severity for each in said), key=lambda each: each.rank, default="ok")
    assert worst == vector["expect"], [each.text for each in said]


def test_every_rule_has_a_situation_in_which_it_speaks_and_one_in_which_it_is_silent():
    speaks = {each["rule"] for each in VECTORS if each["expect"] in set(Severity)}
    assert speaks == set(rules_by_key())
    silent = {each["rule"] for each in VECTORS if each["expect"] == "ok"}
    assert set(rules_by_key()) - silent == {"L02", "T01"}
