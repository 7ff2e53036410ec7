"""A stored result goes stale when the model changes, and only then."""

import ast

import numpy as np
import pytest

from oracles.model_digest import (
    formulary_priors,
    loaded_modules,
    meaning,
    model_digest,
    problem_digest,
    without_words,
)
from strategies.problems import make_problem

FUNCTION = '''
"""What the module is for."""
RATE = 0.002
"""Jumps a day."""

def rate(days: float) -> float:
    """Return the rate."""
    return RATE * days  # a day at a time
'''


def changed(old, new):
    assert old in FUNCTION
    return meaning(ast.parse(FUNCTION.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Return the rate.", "Return the rate, per day."),
        ('    """Return the rate."""\n', ""),
        ("Jumps a day.", "Jumps every day."),
        ("# a day at a time", ""),
        ("RATE * days", "(RATE\n        * days)"),
    ],
)
def test_words_and_layout_do_not_count(old, new):
    assert changed(old, new) == meaning(ast.parse(FUNCTION))


@pytest.mark.parametrize(
    ("old", "new"),
    [("0.002", "0.003"), ("RATE * days", "RATE / days"), ("days: float", "days: int")],
)
def test_a_number_an_operation_and_a_type_do(old, new):
    assert changed(old, new) != meaning(ast.parse(FUNCTION))


def test_a_string_that_is_a_value_counts():
    assert meaning(ast.parse("x = 'one'")) != meaning(ast.parse("x = 'two'"))


def test_only_what_an_entry_point_loads_counts():
    loaded = loaded_modules(("surcease.inference.posterior",))
    assert "surcease.inference.density" in loaded
    assert not [name for name in loaded if name.startswith("surcease.effects")]


def test_each_set_of_entry_points_has_its_own_digest():
    inference = model_digest("surcease.inference.posterior")
    assert model_digest("surcease.inference.posterior", "surcease.effects.arrays") != inference
    assert len(inference) == 64


def test_the_words_of_a_table_do_not_count():
    table = {"parameter": [{"name": "mu", "mean": 0.6, "note": "icon23", "tag": "V"}]}
    assert without_words(table) == {"parameter": [{"name": "mu", "mean": 0.6}]}


def test_the_formulary_gives_the_numbers_that_the_engine_reads():
    found = [each[:4] for each in formulary_priors()]
    assert ["magnesium_sulfate_iv", "pulse", "duration_prior", 12] in found
    assert {each[2] for each in found} >= {"onset_prior", "lag_prior", "reference_amount"}


def test_a_problem_is_known_by_its_arrays():
    one = make_problem([1, 0, -1, 2], doses=[[0.5]])
    assert problem_digest(one) == problem_digest(make_problem([1, 0, -1, 2], doses=[[0.5]]))
    assert problem_digest(one) != problem_digest(make_problem([1, 0, -1, 3], doses=[[0.5]]))
    noise = one._replace(prior_mean=one.prior_mean + 1e-14 * np.sign(one.prior_mean))
    assert problem_digest(one) == problem_digest(noise)
