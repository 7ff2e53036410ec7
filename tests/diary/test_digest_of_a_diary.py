from dataclasses import replace

import pytest
from hypothesis import given, settings

from strategies.diaries import diaries
from strategies.entries import attack, day_count, diary, dose, journey, span
from surcease.diary import Diary, Lab, Moment, Regimen, digest

FULL = diary(
    attack("2024-03-01T08:00", intensity=6, symptoms=("tearing",), extra=(("mood", "low"),)),
    coverage=(span("2024-03-01", "2024-03-31"),),
    journeys=(journey("2024-03-05", "2024-03-06", "Asia/Tokyo"),),
    doses=(dose("2024-03-01T08:10", amount=6, unit="mg"),),
    regimens=(Regimen("verapamil", 240, "mg", span("2024-03-01", "2024-03-01").from_on),),
    days=(day_count("2024-03-02", None),),
    labs=(Lab(Moment.parse("2024-03-03T09:00", "UTC"), "magnesium", 0.8, "mmol/L"),),
    extra=(("patient", '"x"'),),
)


def test_the_digest_of_the_empty_diary_is_fixed():
    fixed = "f7701ff22a208544eef47c0d485353d37e89032ae9c6275442f0f7863f7f114e"
    assert digest(Diary("UTC")) == fixed


def test_equal_numbers_have_equal_digests_however_they_are_typed():
    whole, real = (diary(attack("2024-03-01T08:00", intensity=each)) for each in (6, 6.0))
    assert whole == real
    assert digest(whole) == digest(real)


@pytest.mark.parametrize(
    "change",
    [
        {"zone": "UTC"},
        {"attacks": ()},
        {"attacks": (*FULL.attacks, *FULL.attacks)},
        {"doses": (replace(FULL.doses[0], amount=3),)},
        {"regimens": ()},
        {"days": (day_count("2024-03-02", 0),)},
        {"labs": (replace(FULL.labs[0], unit="mg/dL"),)},
        {"coverage": ()},
        {"journeys": ()},
        {"extra": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_change_changes_the_digest(change):
    assert digest(replace(FULL, **change)) != digest(FULL)


def test_where_one_text_ends_and_the_next_begins_matters():
    one, other = (
        diary(doses=(dose("2024-03-01T08:10", unit=u, route=r),)) for u, r in ("a ", " a")
    )
    assert digest(one) != digest(other)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(diaries())
def test_a_copy_has_the_same_digest(record):
    assert digest(replace(record)) == digest(record)
