import json
from dataclasses import replace

import numpy as np
import pytest
from jsonschema import Draft202012Validator

import surcease
from surcease.analysis.analyze import analyze
from surcease.analysis.checks import can_be_checked, check_treatment
from surcease.analysis.fitted import fit_diary
from surcease.simulation import SCENARIOS, simulate

ASKED = ("placebo_dates", "dose_window", "influence", "would_tell")
TOGETHER = replace(SCENARIOS["together"], days=200)


@pytest.fixture(scope="module")
def diary():
    return simulate(TOGETHER, np.random.default_rng(3)).diary


@pytest.fixture(scope="module")
def shares():
    """What progress was told while the diary was analysed."""
    return []


@pytest.fixture(scope="module")
def checked(diary, shares):
    return analyze(diary, checks=True, progress=shares.append)


def test_checks_change_no_estimate(diary, checked):
    plain = analyze(diary)
    assert plain.checks is None
    assert replace(checked, checks=None) == plain


def test_every_estimated_treatment_is_checked(checked):
    estimated = {each.treatment for each in checked.treatments if each.reduction}
    assert set(checked.checks) == estimated


def test_one_treatment_alone_is_told_what_it_is_told_among_all(diary, checked):
    fitted, shares = fit_diary(diary), []
    key, found = list(checked.checks.items())[-1]
    assert check_treatment(fitted, checked.treatments, key, shares.append) == found
    assert shares[-1] == 1.0
    with pytest.raises(ValueError, match="is not in list"):
        check_treatment(fitted, checked.treatments, "oxygen")


def test_a_treatment_can_be_checked_where_there_is_anything_to_ask(checked):
    asked = {each.treatment for each in checked.treatments if can_be_checked(each)}
    told = {key for key, found in checked.checks.items() if any(getattr(found, n) for n in ASKED)}
    assert told <= asked
    assert not any(can_be_checked(each) for each in checked.treatments if not each.reduction)


def test_what_would_tell_is_said_where_the_diary_cannot_tell(checked):
    outlooks = checked.checks["gon_block"].would_tell.outlooks
    assert {each.continuation.apart_from for each in outlooks} == {None, "magnesium_sulfate_iv"}


def test_checks_follow_the_schema(checked, root):
    schema = json.loads((root / "docs/reference/analysis.schema.json").read_text(encoding="utf-8"))
    document = json.loads(surcease.to_json(checked))
    assert [each.json_path for each in Draft202012Validator(schema).iter_errors(document)] == []
    assert document["treatments"][0]["checks"]["influence"] is not None


@pytest.mark.usefixtures("checked")
def test_progress_goes_from_none_to_all(shares):
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
