from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from surcease.acute.share import share
from surcease.formulary import Fact, treatments

PUBLISHED = Fact(48, "%", "coch", "V", date.min)


def test_few_attacks_lean_on_the_published_rate_and_say_how_much():
    few = share(3, 3, PUBLISHED)
    assert few.from_prior == 5 / 8
    assert few.median == pytest.approx(beta(3 + 2.4, 2.6).ppf(0.5))


def test_many_attacks_do_not():
    many = share(900, 1000, PUBLISHED)
    assert many.from_prior < 0.005
    assert many.median == pytest.approx(0.9, abs=0.005)


def test_without_a_published_rate_half_and_half_counts_as_one_attack():
    alone = share(0, 3)
    assert (alone.published, alone.from_prior) == (None, 0.25)
    assert alone.low == pytest.approx(beta(0.5, 3.5).ppf(0.025))


@settings(derandomize=True, deadline=None)
@given(st.integers(0, 50), st.integers(0, 50), st.sampled_from([None, PUBLISHED]))
def test_a_share_lies_within_its_range(yes, no, published):
    one = share(yes, yes + no, published)
    assert 0 <= one.low < one.median < one.high <= 1


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("sumatriptan_sc", "relief_15_min", 75),
        ("sumatriptan_sc", "pain_free_15_min", 48),
        ("sumatriptan_nasal", "relief_30_min", 57),
        ("sumatriptan_nasal", "pain_free_30_min", 47),
        ("zolmitriptan_nasal", "pain_free_30_min", 38.5),
        ("oxygen", "relief_15_min", 78),
        ("octreotide_sc", "relief_30_min", 52),
        ("nvns", "relief_15_min", 26.7),
    ],
)
def test_published_rates_stand_in_the_formulary(key, name, value):
    assert treatments()[key].fact(name, date.max).value == value
