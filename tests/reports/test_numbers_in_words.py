from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.analysis.result import Estimate, Verdict
from surcease.reports import words


@pytest.mark.parametrize(
    ("reduction", "said"),
    [
        (0.61, "61% fewer"),
        (-0.09, "9% more"),
        (0.0, "no change"),
        (-0.004, "no change"),
        (0.004, "no change"),
        (0.997, "over 99% fewer"),
        (1.0, "over 99% fewer"),
        (-1.4, "2.4 times as many"),
        (-40.0, "over 10 times as many"),
        (nan, "not known"),
        (-inf, "not known"),
    ],
)
def test_a_reduction_is_said_as_fewer_or_more(reduction, said):
    assert words.change(reduction) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.38, 0.77, "38% to 77% fewer"),
        (-0.09, 0.40, "9% more to 40% fewer"),
        (-0.20, -0.05, "5% to 20% more"),
        (0.0, 0.40, "no change to 40% fewer"),
        (-3.0, -1.5, "2.5 to 4.0 times as many"),
        (-3.0, 0.2, "4.0 times as many to 20% fewer"),
        (0.401, 0.402, "40% fewer"),
    ],
)
def test_an_interval_says_its_unit_once(low, high, said):
    assert words.change_range(Estimate(0.0, low, high)) == said


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        (0.999, "almost certain (over 99%)"),
        (1.0, "almost certain (over 99%)"),
        (0.995, "almost certain (over 99%)"),
        (0.93, "very likely (93%)"),
        (0.7, "likely (70%)"),
        (0.5, "about as likely as not (50%)"),
        (0.2, "unlikely (20%)"),
        (0.05, "very unlikely (5%)"),
        (0.0, "almost certainly not (under 1%)"),
        (nan, "not known"),
    ],
)
def test_a_probability_is_said_in_words_and_digits(probability, said):
    assert words.chance(probability) == said


@pytest.mark.parametrize(
    ("attacks", "said"),
    [
        (0.0, "0"),
        (0.001, "under 0.01"),
        (0.55, "0.55"),
        (1.42, "1.4"),
        (14.6, "15"),
        (nan, "not known"),
    ],
)
def test_a_rate_keeps_the_digits_that_mean_something(attacks, said):
    assert words.rate(attacks) == said


@pytest.mark.parametrize(
    ("days", "said"), [(1.0, "1 day"), (0.5, "0.5 days"), (16.2, "16 days"), (1234.0, "1,234 days")]
)
def test_a_length_is_said_in_days(days, said):
    assert words.length(days) == said


def test_a_small_negative_number_is_never_minus_zero():
    assert words.decimal(-0.01) == "0"
    assert words.two_decimals(-0.001) == "0.00"


def test_every_verdict_has_a_shape_of_its_own():
    assert len({shape for shape, _ in words.VERDICTS.values()}) == len(Verdict)
    assert words.verdict(Verdict.CANNOT_TELL) == "? cannot tell"


@given(st.floats())
@settings(derandomize=True, deadline=None)
def test_no_number_is_written_as_nan_or_minus_zero(number):
    written = [
        words.change(number),
        words.rate(number),
        words.length(number),
        words.decimal(number),
        words.two_decimals(number),
        words.whole(number),
        words.change_range(Estimate(number, number, 0.5)),
        words.length_range(Estimate(number, 0.0, number)),
    ]
    assert not [text for text in written if "nan" in text or "inf" in text or "-0%" in text]


@pytest.mark.parametrize(
    ("name", "room", "said"),
    [
        ("Verapamil", 12, "Verapamil"),
        ("Magnesium sulfate infusion", 19, "Magnesium… infusion"),
        ("OnabotulinumtoxinA", 10, "Onabotuli…"),
    ],
)
def test_a_shortened_name_keeps_its_last_word(name, room, said):
    assert words.shortened(name, room) == said


@given(st.text(), st.integers(2, 40))
@settings(derandomize=True, deadline=None)
def test_a_shortened_name_fits(name, room):
    assert len(words.shortened(name, room)) <= room


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0.25, "0.25"),
        (0.04, "0.04"),
        (0.00001, "0.00001"),
        (0.1 + 0.2, "0.3"),
        (240.0, "240"),
        (1250.0, "1,250"),
        (-0.0, "0"),
        (1e11, "100,000,000,000"),
        (nan, "not known"),
    ],
)
def test_an_amount_keeps_every_digit_that_was_written_down(amount, said):
    assert words.as_written(amount) == said
