"""What docs/reference/ablation.json says, held to the model that is here now."""

import json
from itertools import groupby

import pytest

from calibration.ablation_page import page
from calibration.ablations import ABLATIONS
from oracles.model_digest import calibrated_digest

NEEDED_IN = ("chronic_by_indication", "clumped", "attacks_only", "null_same_day", "shorter")


@pytest.fixture(scope="module")
def stored(root):
    return json.loads((root / "docs/reference/ablation.json").read_text(encoding="utf-8"))


def pairs(stored):
    """Yield each cell with the whole model and without the part, side by side."""
    for _, rows in groupby(stored["rows"], lambda row: (row["part"], row["cell"])):
        whole, without = rows
        assert whole["whole"]
        assert not without["whole"]
        yield whole, without


def test_the_table_is_of_the_model_that_is_here(stored):
    assert stored["digest"] == calibrated_digest(), "run `make ablate`"


def test_the_page_is_made_from_the_table(stored, root):
    shown = (root / "docs/reference/ablation.md").read_text(encoding="utf-8")
    assert shown == page(stored)


def test_every_part_is_taken_away_in_every_situation_where_it_should_matter(stored):
    asked = [(each.part, cell) for each in ABLATIONS for cell in each.cells]
    assert [(whole["part"], whole["cell"]) for whole, _ in pairs(stored)] == asked


def test_the_same_diaries_are_judged_with_and_without_a_part(stored):
    for whole, without in pairs(stored):
        assert whole["diaries"] == without["diaries"] >= 28


@pytest.mark.parametrize("cell", NEEDED_IN)
def test_without_a_part_intervals_miss_the_truth_that_the_whole_model_holds(stored, cell):
    ((whole, without),) = [each for each in pairs(stored) if each[0]["cell"] == cell]
    assert whole["held"] >= 0.85
    assert without["held"] < whole["held"] - 0.15
    assert abs(without["bias"]) > abs(whole["bias"])
