"""What docs/reference/sbc.json says, held to the model that is here now."""

import json

import numpy as np
import pytest

from posteriors.ranks import CLUMPED, HOPEFUL, MODEL, STRANGER, rank_truth
from posteriors.sbc_page import page
from posteriors.sbc_verdict import judge_ranks, strayed
from sbc import digests

FEWEST = 1000
RERUN = 3
EFFECTS = ["beta[magnesium_sulfate_iv]", "beta[verapamil]"]


@pytest.fixture(scope="module")
def stored(root):
    return json.loads((root / "docs/reference/sbc.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def ranks(stored):
    return {
        world: {name: [int(each) for each in text.split()] for name, text in quantities.items()}
        for world, quantities in stored["ranks"].items()
    }


def test_the_ranks_are_of_the_model_and_the_problem_that_are_here(stored):
    assert {key: stored[key] for key in digests()} == digests(), "run `make sbc`"


def test_the_page_is_made_from_the_table(stored, root):
    shown = (root / "docs/reference/sbc.md").read_text(encoding="utf-8")
    assert shown == page(stored)
    assert (root / "docs/reference/sbc.svg").exists()


def test_there_are_at_least_a_thousand_diaries(ranks):
    assert min(map(len, ranks[MODEL].values())) >= FEWEST


def test_every_verdict_follows_from_the_ranks(stored, ranks):
    for world, quantities in ranks.items():
        judged = judge_ranks(quantities, stored["draws"])
        assert judged == stored["quantities"][world]
        assert strayed(judged) == stored["not_uniform"][world]


def test_every_quantity_is_uniform(stored):
    assert stored["not_uniform"][MODEL] == []


@pytest.mark.parametrize(
    ("world", "noticed"),
    [(HOPEFUL, EFFECTS), (CLUMPED, ["log_phi"]), (STRANGER, ["logit_m0", "log density"])],
)
def test_what_is_wrong_is_noticed(stored, world, noticed):
    assert set(noticed) <= set(stored["not_uniform"][world])


def test_the_first_diaries_come_out_as_stored(ranks):
    """A draw may fall on the other side of a truth where another machine rounds differently."""
    for index in range(RERUN):
        found = rank_truth(MODEL, index)["ranks"][MODEL]
        expected = [each[index] for each in ranks[MODEL].values()]
        assert np.abs(np.subtract(found, expected)).max() <= 3
