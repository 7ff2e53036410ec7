"""A lithium level in a unit that the rule does not read is asked about, and never judged."""

import pytest

from strategies.clinic import told
from surcease.safety import check


def needs(unit):
    case = told(["takes lithium 600 mg/d", f"lab on day 5: lithium 1.6 {unit}"])
    return [each.needs for each in check(case.diary, case.as_of).needs if "L01" in each.rules]


@pytest.mark.parametrize("unit", ["mmol/L", "mEq/L", "MEQ/L"])
def test_a_level_in_millimoles_or_milliequivalents_needs_nothing_more(unit):
    assert needs(unit) == []


@pytest.mark.parametrize("unit", ["mg/dL", "mg/L"])
def test_a_level_in_another_unit_is_asked_about(unit):
    assert needs(unit) == ["each lithium level in mmol/L or mEq/L"]
