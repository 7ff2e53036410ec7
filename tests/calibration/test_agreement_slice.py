"""Importance sampling beside NUTS on one short diary, run for real."""

import importlib.util

import pytest

from posteriors.agreement_verdict import agrees, notices_wrong_prior
from posteriors.diaries import Subject, arrays_of, subject
from surcease.simulation import SCENARIOS

SLACK = 3.0
"""Errors of chains as short as these."""

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("nutpie") is None, reason="the nuts extra is missing"
)


@pytest.fixture(scope="module")
def compared():
    from posteriors.against_nuts import compare

    return compare(Subject("stepped_verapamil", 51, 120), num_chains=2, runs=(500,))


def test_means_and_standard_deviations_agree(compared):
    assert compared["reliable"]
    for name, gap in compared["gaps"].items():
        assert agrees(gap, "mean", SLACK), name
        assert agrees(gap, "sd", SLACK), name


def test_a_posterior_with_another_prior_does_not(compared):
    assert notices_wrong_prior(compared, SLACK)


@pytest.mark.parametrize(("part", "gap"), [("mean", 0.25), ("mean", -0.25), ("sd", 0.3)])
def test_a_gap_wider_than_the_chains_can_explain_is_no_agreement(part, gap):
    assert not agrees({part: gap, f"{part}_error": 0.03}, part)
    assert agrees({part: gap, f"{part}_error": 0.1}, part)


def test_fifty_diaries_are_of_every_scenario_and_of_one_to_three_years():
    chosen = [subject(index) for index in range(50)]
    assert {each.scenario for each in chosen} == set(SCENARIOS)
    assert {each.days for each in chosen} == {365, 731, 1096}
    assert len({each.seed for each in chosen}) == 50


def test_a_subject_is_the_same_diary_every_time():
    one, other = subject(18), subject(18)._replace(seed=1)
    assert (arrays_of(one).problem.counts == arrays_of(one).problem.counts).all()
    assert (arrays_of(one).problem.counts != arrays_of(other).problem.counts).any()
