import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.diary.errors import DiaryError
from surcease.formulary import convert, ucum

INSTEAD = "write g MgSO4, mg elemental, mmol or mEq"
WAYS = st.sampled_from(["g MgSO4", "mg elemental", "mmol", "mEq"])


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("mg elemental", 98.6), ("mmol", 4.06), ("mEq", 8.11), ("mg MgSO4", 1000)],
)
def test_one_gram_of_the_sulfate_in_the_other_units(unit, expected):
    assert convert(1, "g MgSO4", unit, "magnesium_sulfate_iv") == pytest.approx(expected)


@given(st.floats(0, 100), WAYS, WAYS)
@settings(derandomize=True, deadline=None)
def test_the_ways_to_measure_agree_with_each_other(amount, unit, to):
    there = convert(amount, unit, to, "magnesium_oral")
    assert convert(there, to, unit, "magnesium_oral") == pytest.approx(amount, rel=1e-12)


@pytest.mark.parametrize("unit", ["g Mg", "mg Mg", "g magnesium"])
def test_a_mass_of_magnesium_does_not_say_of_what(unit):
    with pytest.raises(DiaryError, match=INSTEAD):
        ucum(unit)


@pytest.mark.parametrize("unit", ["g", "mg", "ug"])
@pytest.mark.parametrize("treatment", ["magnesium_sulfate_iv", "magnesium_oral"])
def test_a_plain_mass_is_refused_for_magnesium_alone(unit, treatment):
    with pytest.raises(DiaryError, match=INSTEAD):
        convert(1, unit, "mmol", treatment)
    with pytest.raises(DiaryError, match=INSTEAD):
        convert(1, unit, "mg", treatment)
    assert convert(1, unit, unit, "verapamil") == 1


def test_units_of_magnesium_mean_nothing_for_another_drug():
    with pytest.raises(DiaryError, match="do not measure the same thing"):
        convert(1, "mmol", "mEq", "lithium")
