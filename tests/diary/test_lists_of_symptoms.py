import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.diaries import texts
from strategies.entries import attack, read
from surcease.diary.folder.cells import SYMPTOMS


def symptoms(cell):
    (one,) = read(attacks=f"started_at,symptoms\n2024-03-01T08:00,{cell}\n").attacks
    return one.symptoms


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ()),
        ("tearing", ("tearing",)),
        ("tearing;ptosis", ("tearing", "ptosis")),
        (" tearing ; ptosis;", ("tearing", "ptosis")),
        (";;", ()),
        (r"pain 5\; then 7;ptosis", ("pain 5; then 7", "ptosis")),
        (r"a\\;b", ("a\\", "b")),
        (r"left\right", (r"left\right",)),
        ("trailing\\", ("trailing\\",)),
    ],
)
def test_symptoms_are_separated_by_semicolons(cell, expected):
    assert symptoms(cell) == expected


def test_blanks_around_symptoms_and_empty_symptoms_are_dropped():
    assert attack("2024-03-01T08:00", symptoms=(" a ", "", " ")).symptoms == ("a",)


@settings(derandomize=True, deadline=None)
@given(st.lists(texts))
def test_every_list_of_symptoms_survives(several):
    kept = attack("2024-03-01T08:00", symptoms=tuple(several)).symptoms
    cell = SYMPTOMS.read(SYMPTOMS.write(kept).strip())
    assert attack("2024-03-01T08:00", symptoms=cell).symptoms == kept
