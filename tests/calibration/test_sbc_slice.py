"""A few rounds of simulation-based calibration, run for real."""

import pytest

from posteriors.ranks import HOPEFUL, MODEL, NUM_DRAWS, STRANGER, rank_truth, ranked_names
from posteriors.sbc_verdict import judge_ranks, strayed

NUM_DIARIES = 20
ELSEWHERE = 700_000


@pytest.fixture(scope="module")
def rows():
    return [rank_truth(MODEL, ELSEWHERE + index) for index in range(NUM_DIARIES)]


def ranks_in(rows, world):
    columns = zip(*(row["ranks"][world] for row in rows), strict=True)
    return dict(zip(ranked_names(), columns, strict=True))


def test_ranks_of_truths_are_uniform(rows):
    assert strayed(judge_ranks(ranks_in(rows, MODEL), NUM_DRAWS)) == []


def test_ranks_of_parameters_that_did_not_make_the_diary_are_not(rows):
    assert "log density" in strayed(judge_ranks(ranks_in(rows, STRANGER), NUM_DRAWS))


def test_under_a_hopeful_prior_truths_rank_higher(rows):
    """Its posterior lies too low: twenty diaries show the direction, hundreds the verdict."""
    for name in ("beta[magnesium_sulfate_iv]", "beta[verapamil]"):
        assert sum(ranks_in(rows, HOPEFUL)[name]) > sum(ranks_in(rows, MODEL)[name])
