import json

import pytest
from tests.strategies.analyses import extremes, published_case
from tests.strategies.doctor_diary import for_a_doctor

import surcease
from surcease.analysis.stored import from_stored, to_stored

ANALYSES = {"published case": published_case(), **extremes()}


@pytest.mark.parametrize("name", sorted(ANALYSES.keys() - {"not a number"}))
def test_it_is_read_as_it_was(name):
    assert from_stored(to_stored(ANALYSES[name])) == ANALYSES[name]


def test_what_is_no_number_stays_so():
    stored = to_stored(ANALYSES["not a number"])
    assert to_stored(from_stored(stored)) == stored


def test_a_real_one_with_all_answers_is_read_as_it_was():
    analysis = surcease.analyze(for_a_doctor())
    assert analysis.answers is not None
    assert from_stored(to_stored(analysis)) == analysis


@pytest.mark.parametrize("broken", ["{}", "[]", "null", '{"days": 3}', "no json"])
def test_anything_else_is_refused(broken):
    with pytest.raises(ValueError):  # noqa: PT011  json has its own words
        from_stored(broken)


def test_a_part_that_is_missing_is_refused():
    kept = json.loads(to_stored(published_case()))
    del kept["course"]["subtype"]
    with pytest.raises(ValueError, match="no analysis of this version"):
        from_stored(json.dumps(kept))
