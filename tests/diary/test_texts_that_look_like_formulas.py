import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.entries import attack, diary, dose
from surcease.diary.folder.codec import decode_diary, encode_diary
from surcease.diary.folder.formulas import guard, unguard

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://example.org","look")',
    "+1 more",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
)


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.text(alphabet="'=+-@\t\r1.e a", max_size=6))
def test_any_text_comes_back(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_written_diary_starts_like_a_formula(formula):
    record = diary(
        attack("2024-03-01T08:00", notes=formula, symptoms=(formula.strip(),)),
        doses=(dose("2024-03-01T08:05", formula.strip(), extra=((formula.strip(), formula),)),),
    )
    files = encode_diary(record)
    cells = [
        cell
        for name, data in files.items()
        if name.endswith(".csv")
        for row in csv.reader(StringIO(data.decode(), newline=""))
        for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert decode_diary(files)[0] == record


@pytest.mark.parametrize("number", ["-1.5", "+2", "-.5e-3"])
def test_a_number_below_zero_stays_as_it_is(number):
    assert guard(number) == number
