import pytest

from surcease.diary import DiaryError
from surcease.exchange.scales import Scale, guess_scale


@pytest.mark.parametrize(
    ("scale", "cell", "expected"),
    [
        ("0-10", 7.0, 7),
        ("0-10", "7,5", 7.5),
        ("0-10", "7-8", 7.5),
        ("0-10", "4/5", 8),
        ("1-10", "10", 10),
        ("0-5", 4.0, 8),
        ("1-5", "5", 10),
        ("0-100", "85", 8.5),
        ("words", "mild", 2),
        ("words", "Moderat", 5),
        ("words", "svær", 8),
        ("words", "very severe", 10),
        ("0-10", "no pain", 0),
        ("0-10", "purple", None),
    ],
)
def test_an_entry_is_brought_to_the_scale_of_the_diary(scale, cell, expected):
    assert Scale.named(scale).intensity(cell) == expected


@pytest.mark.parametrize(("scale", "cell"), [("0-10", "14"), ("0-5", 6.0), ("0-10", "-1")])
def test_an_entry_off_its_scale_is_refused(scale, cell):
    with pytest.raises(DiaryError, match=f"outside {scale}"):
        Scale.named(scale).intensity(cell)


@pytest.mark.parametrize("name", ["", "10", "10-0", "five", "0-1000000"])
def test_what_is_no_scale_is_refused(name):
    with pytest.raises(DiaryError, match="written like 0-10"):
        Scale.named(name)


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Pain (1-5)", ["2"], "1-5"),
        ("Pain 0 to 100", ["2"], "0-100"),
        ("Pain /10", ["2"], "0-10"),
        ("Pain", ["7", "9", "3"], "0-10"),
        ("Pain", ["70", "90", "35"], "0-100"),
        ("Pain", [*["7"] * 20, "14"], "0-10"),
        ("Pain", ["1", "3", "5"] * 4, "0-5"),
        ("Pain", ["3", "5"], "0-10"),
        ("Pain", ["mild", "severe", "8"], "words"),
    ],
)
def test_a_scale_is_guessed_from_header_and_entries(header, cells, expected):
    assert guess_scale(header, cells) == expected
