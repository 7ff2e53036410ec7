"""A result that is judged as a lithium level also counts as one that was measured."""

import pytest

from strategies.clinic import told
from surcease.safety import check

BOTH = ["takes verapamil 240 mg/d from day 0", "takes lithium 600 mg/d from day 20"]
NAMES = ["lithium", "Li", "lithium level", "Serum Lithium"]


def said(rule, *sentences):
    case = told([*BOTH, *sentences, "ECG on day 25: rate 70, PR 160", "looked at on day 30"])
    return [each.text for each in check(case.diary, case.as_of).findings if each.rule == rule]


@pytest.mark.parametrize("name", NAMES)
def test_a_level_by_any_name_is_judged_and_counts(name):
    assert len(said("L01", f"lab on day 25: {name} 1.6 mmol/L")) == 1
    assert said("L01", f"lab on day 25: {name} 0.7 mmol/L") == []
    assert not any(
        "no lithium level" in each for each in said("V08", f"lab on day 25: {name} 0.7 mmol/L")
    )


def test_without_a_level_both_rules_miss_it():
    assert len(said("L01")) == 1
    assert any("no lithium level" in each for each in said("V08"))
