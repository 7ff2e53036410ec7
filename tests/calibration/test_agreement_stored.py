"""What docs/reference/agreement.json says, held to the model that is here now."""

import importlib.util
import json

import numpy as np
import pytest

from oracles.model_digest import problem_digest
from posteriors.agreement_page import page
from posteriors.agreement_verdict import WORST_K, agrees, summarise
from posteriors.diaries import Subject, arrays_of, fast_posterior, fit_rng
from surcease.inference.posterior import FEWEST_DRAWS

FEWEST = 50
RERUN = (15, 18)
"""Diaries of one year with one treatment: the quickest."""


@pytest.fixture(scope="module")
def stored(root):
    return json.loads((root / "docs/reference/agreement.json").read_text(encoding="utf-8"))


@pytest.mark.skipif(
    importlib.util.find_spec("nutpie") is None, reason="the digest covers the nuts extra"
)
def test_the_table_is_of_the_model_that_is_here(stored):
    from agreement import ENTRY_MODULES
    from oracles.model_digest import model_digest

    assert stored["digest"] == model_digest(*ENTRY_MODULES), "run `make agreement`"


def test_the_page_is_made_from_the_table(stored, root):
    shown = (root / "docs/reference/agreement.md").read_text(encoding="utf-8")
    assert shown == page(stored)


def test_there_are_fifty_diaries_and_the_summary_is_theirs(stored):
    assert len(stored["diaries"]) >= FEWEST
    assert stored["summary"] == summarise(stored["diaries"])


def test_means_and_standard_deviations_agree(stored):
    found = stored["summary"]["all"]
    assert found["mean_agrees"] >= 0.97
    assert found["sd_agrees"] >= 0.975


def test_nearly_all_diaries_can_be_compared(stored):
    assert stored["summary"]["compared"] >= 0.9 * len(stored["diaries"])


def test_where_the_sampling_fails_the_result_says_so(stored):
    for row in stored["diaries"]:
        failed = row["pareto_k"] > WORST_K or row["ess"] < FEWEST_DRAWS
        assert row["reliable"] is not failed


def test_a_posterior_with_another_prior_is_told_apart(stored):
    assert stored["summary"]["wrong_prior_noticed"] > 0.9


def test_a_posterior_that_is_too_narrow_would_be_told_apart(stored):
    """Every standard deviation a quarter smaller, beside the same chains."""
    gaps = [gap for row in stored["diaries"] for gap in row["gaps"].values()]
    shrunk = [gap | {"sd": 0.75 * (1.0 + gap["sd"]) - 1.0} for gap in gaps]
    assert np.mean([agrees(gap, "sd") for gap in shrunk]) < 0.1


@pytest.mark.parametrize("index", RERUN)
def test_the_importance_sampling_of_a_diary_comes_out_as_stored(stored, index):
    row = stored["diaries"][index]
    of = Subject(row["scenario"], row["seed"], row["days"])
    problem = arrays_of(of).problem
    assert problem_digest(problem).startswith(row["problem"])
    found = fast_posterior(fit_rng(of), problem)
    assert found.pareto_k == pytest.approx(row["pareto_k"], abs=0.1)
    assert found.ess == pytest.approx(row["ess"], rel=0.1)
