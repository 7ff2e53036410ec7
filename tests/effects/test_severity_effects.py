"""Milder and shorter are separate answers, each in its own units, of the attacks that remain."""

from dataclasses import fields, replace

import numpy as np
import pytest

from strategies.fits import examined
from surcease.effects import reasons
from surcease.effects.effect import Verdict
from surcease.effects.severity import reasons as severity_reasons
from surcease.effects.severity.severity_effects import severity_effects
from surcease.simulation import SCENARIOS, simulate
from surcease.simulation.severity import Milder, Severity

INFUSION = "magnesium_sulfate_iv"
MILDER_ONLY = Severity(effects=(Milder(INFUSION, points=-2.0),))


@pytest.fixture(scope="module")
def case():
    published = SCENARIOS["published_case"]
    habits = replace(published.habits, severity=MILDER_ONLY)
    return examined(simulate(replace(published, habits=habits), np.random.default_rng(11)).diary)


@pytest.fixture(scope="module")
def effects(case):
    return severity_effects(np.random.default_rng(0), case)


def test_every_treatment_of_the_model_gets_an_answer_and_no_acute_one(effects):
    assert set(effects) == {INFUSION, "onabotulinumtoxin_a", "verapamil"}


def test_milder_is_told_from_shorter(effects):
    infusion = effects[INFUSION]
    assert infusion.intensity.verdict is Verdict.STRONG
    assert infusion.intensity.change.high < -0.5
    assert infusion.intensity.odds_ratio.high < 1.0
    assert infusion.intensity.probability_better > 0.995
    assert infusion.duration.verdict in (Verdict.UNCLEAR, Verdict.SUGGESTIVE)
    assert infusion.duration.change.low < 1.0 < infusion.duration.change.high


def test_an_answer_says_how_many_attacks_it_rests_on(case, effects):
    intensity = effects[INFUSION].intensity
    assert intensity.attacks == len(case.attacks)
    assert 0.1 * intensity.attacks < intensity.attacks_under_it < 0.9 * intensity.attacks


def test_every_reason_has_words(effects):
    for effect in effects.values():
        for outcome in (effect.intensity, effect.duration):
            assert all(map(severity_reasons.explain, outcome.because))


def test_the_same_seed_gives_the_same_answer(case, effects):
    again = severity_effects(np.random.default_rng(0), case)
    assert effects == again


def test_without_a_treatment_of_the_model_nothing_is_fitted(case):
    arrays = replace(case.arrays, pulses=(), regimens=())
    assert severity_effects(np.random.default_rng(0), case._replace(arrays=arrays)) == {}


def with_attacks(case, **changes):
    return case._replace(attacks=[replace(each, **changes) for each in case.attacks])


@pytest.mark.parametrize(
    ("changes", "intensity", "duration"),
    [
        ({"intensity": None}, severity_reasons.NO_INTENSITIES, None),
        ({"intensity": 7}, severity_reasons.HARDLY_VARIES, None),
        ({"ended_at": None}, None, severity_reasons.NO_DURATIONS),
        (
            {"intensity": None, "ended_at": None},
            severity_reasons.NO_INTENSITIES,
            severity_reasons.NO_DURATIONS,
        ),
    ],
)
def test_what_was_not_written_down_cannot_be_told(case, changes, intensity, duration):
    changed = with_attacks(case, **changes)
    effect = severity_effects(np.random.default_rng(0), changed)[INFUSION]
    for outcome, expected in ((effect.intensity, intensity), (effect.duration, duration)):
        if expected:
            assert (outcome.verdict, outcome.because) == (Verdict.CANNOT_TELL, (expected,))
        else:
            assert outcome.change is not None


def test_attacks_without_an_end_count_for_intensity_only(case):
    half = [
        replace(each, ended_at=None) if number % 2 else each
        for number, each in enumerate(case.attacks)
    ]
    untreated = [each for each in case.treatments if each.role != "acute"]
    changed = case._replace(attacks=half, treatments=untreated)
    effect = severity_effects(np.random.default_rng(0), changed)[INFUSION]
    assert effect.intensity.attacks == len(half)
    assert effect.duration.attacks == sum(each.ended_at is not None for each in half)


def test_a_duration_counts_where_no_acute_treatment_was_taken(case, effects):
    doses = sum(len(each.doses) for each in case.treatments if each.role == "acute")
    duration = effects[INFUSION].duration
    assert duration.attacks == pytest.approx(len(case.attacks) - doses, abs=5)
    assert duration.attacks_under_it < duration.attacks
    assert severity_reasons.MOSTLY_CUT_SHORT in duration.because
    assert severity_reasons.MOSTLY_CUT_SHORT not in effects[INFUSION].intensity.because


def test_where_an_acute_treatment_was_taken_in_nearly_all_attacks_durations_cannot_tell(case):
    always = [
        replace(
            each,
            doses=tuple(
                replace(each.doses[0], given_at=attack.started_at) for attack in case.attacks
            ),
        )
        if each.key == "sumatriptan_sc"
        else each
        for each in case.treatments
    ]
    effect = severity_effects(np.random.default_rng(0), case._replace(treatments=always))[INFUSION]
    assert effect.duration.because == (severity_reasons.MOSTLY_CUT_SHORT,)
    assert effect.intensity.change is not None


def test_it_is_said_where_most_attacks_have_no_intensity(case):
    few = [
        replace(each, intensity=None) if number % 3 else each
        for number, each in enumerate(case.attacks)
    ]
    effects = severity_effects(np.random.default_rng(0), case._replace(attacks=few))
    infusion = effects[INFUSION]
    assert severity_reasons.MOSTLY_UNRECORDED in infusion.intensity.because
    assert severity_reasons.MOSTLY_UNRECORDED not in infusion.duration.because


def test_three_attacks_are_too_few(case):
    effects = severity_effects(np.random.default_rng(0), case._replace(attacks=case.attacks[:3]))
    assert effects["verapamil"].intensity.because == (reasons.FEW_ATTACKS,)
    assert effects["verapamil"].intensity.attacks == 3


def test_a_dozen_durations_are_too_few_for_a_ratio(case):
    untreated = [each for each in case.treatments if each.role != "acute"]
    dozen = case._replace(attacks=case.attacks[:12], treatments=untreated)
    effect = severity_effects(np.random.default_rng(0), dozen)[INFUSION]
    assert effect.duration.because == (reasons.FEW_ATTACKS,)


def test_every_number_is_finite_also_of_a_handful_of_attacks(case):
    few = case._replace(attacks=[*case.attacks[:9], *case.attacks[-9:]])
    for effect in severity_effects(np.random.default_rng(0), few).values():
        for outcome in (effect.intensity, effect.duration):
            for each in (outcome.change, outcome.odds_ratio):
                numbers = [getattr(each, field.name) for field in fields(each)] if each else []
                assert np.isfinite(numbers).all()
