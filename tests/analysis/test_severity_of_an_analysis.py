import json
from dataclasses import replace

import pytest

import surcease
from strategies.fits import simulated
from surcease.analysis.contract import to_dict

INFUSION = "magnesium_sulfate_iv"


@pytest.fixture(scope="module")
def diary():
    return simulated("published_case", 2, days=250).diary


@pytest.fixture(scope="module")
def analysis(diary):
    return surcease.analyze(diary, seed=3)


def test_what_changes_the_attack_rate_is_asked_about_severity_and_nothing_else(analysis):
    answered = {each.treatment for each in analysis.treatments if each.reduction is not None}
    assert set(analysis.answers.severity) == answered


def test_the_json_has_both_answers_and_null_for_acute_treatments(analysis):
    by_key = {each["treatment"]: each["severity"] for each in to_dict(analysis)["treatments"]}
    infusion = analysis.answers.severity[INFUSION]
    assert set(by_key[INFUSION]) == {"intensity", "duration"}
    assert by_key[INFUSION]["intensity"]["verdict"] == infusion.intensity.verdict.value
    assert by_key[INFUSION]["intensity"]["attacks"] == infusion.intensity.attacks > 0
    assert by_key["sumatriptan_sc"] is None


def test_a_diary_of_bare_counts_has_reasons_instead_of_numbers(diary):
    bare = replace(
        diary,
        attacks=tuple(replace(each, intensity=None, ended_at=None) for each in diary.attacks),
    )
    analysis = surcease.analyze(bare, seed=3)
    told = json.loads(surcease.to_json(analysis))["treatments"]
    severity = next(each["severity"] for each in told if each["treatment"] == INFUSION)
    assert severity["intensity"]["because"] == ["no_intensities"]
    assert severity["duration"]["because"] == ["no_durations"]
    assert severity["intensity"]["change"] is severity["duration"]["odds_ratio"] is None


def test_the_severity_of_attacks_changes_nothing_else(diary, analysis):
    bare = replace(diary, attacks=tuple(replace(each, intensity=None) for each in diary.attacks))
    again = surcease.analyze(bare, seed=3)
    assert again.treatments == analysis.treatments
    assert again.answers.prevented == analysis.answers.prevented
    assert (
        again.answers.severity[INFUSION].intensity != analysis.answers.severity[INFUSION].intensity
    )
