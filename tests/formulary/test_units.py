import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.diary.errors import DiaryError
from surcease.formulary import convert, ucum


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("MG", "mg"),
        ("mcg", "ug"),
        ("µg", "ug"),
        ("ml", "mL"),
        ("liter", "L"),
        ("lpm", "L/min"),
        ("l/min", "L/min"),
        ("units", "U"),
        ("IE", "[IU]"),
        ("minutter", "min"),
        ("mg/day", "mg/d"),
        ("mEq", "meq"),
        ("stk", "{piece}"),
        ("g MgSO4", "g{MgSO4}"),
        ("g{MgSO4}", "g{MgSO4}"),
        ("mg elemental", "mg{Mg}"),
        (" mg ", "mg"),
    ],
)
def test_a_unit_as_people_write_it_becomes_ucum(written, code):
    assert ucum(written) == code


@pytest.mark.parametrize("written", ["", "spoon", "mg/", "/", "mg/spoon", "m g"])
def test_a_unit_that_is_not_known_is_refused_without_quoting_it(written):
    with pytest.raises(DiaryError, match="a unit that is not known; write for example mg"):
        ucum(written)


@pytest.mark.parametrize(
    ("amount", "unit", "to", "expected"),
    [
        (0.24, "g", "mg", 240),
        (100, "ug", "mg", 0.1),
        (2, "mL", "L", 0.002),
        (3, "wk", "d", 21),
        (1, "d", "h", 24),
        (1, "g/day", "mg/d", 1000),
        (155, "U", "units", 155),
    ],
)
def test_an_amount_is_the_same_in_another_unit_of_its_kind(amount, unit, to, expected):
    assert convert(amount, unit, to) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("unit", "to"), [("mg", "mL"), ("U", "[IU]"), ("mg", "mg/d"), ("mg/d", "mg/wk"), ("mmol", "mg")]
)
def test_units_of_different_measures_do_not_convert(unit, to):
    with pytest.raises(DiaryError, match="do not measure the same thing"):
        convert(1, unit, to)


MASSES = st.sampled_from(["g", "mg", "ug"])


@given(st.floats(0, 1e6), MASSES, MASSES)
@settings(derandomize=True, deadline=None)
def test_there_and_back_is_the_same_amount(amount, unit, to):
    assert convert(convert(amount, unit, to), to, unit) == pytest.approx(amount, rel=1e-12)
