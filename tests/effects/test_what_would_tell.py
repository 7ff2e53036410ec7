from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from strategies.fits import examined, simulated
from surcease.diary import Span
from surcease.effects.continuations import Kind, plans
from surcease.effects.contribution import treatment_keys
from surcease.effects.what_would_tell import outlook, present_of, what_would_tell
from surcease.inference.parameters import pulse_beta
from surcease.simulation import SCENARIOS
from surcease.simulation.timing import OnDays

INFUSION, BLOCK = "magnesium_sulfate_iv", "gon_block"


@pytest.fixture(scope="module")
def together():
    return examined(simulated("together", 31, days=700).diary)


@pytest.fixture(scope="module")
def few():
    return examined(simulated("one_dose", 31, days=500).diary)


def told(case, treatment, num_futures=16):
    return what_would_tell(np.random.default_rng(4), case, treatment, num_futures)


def told_of_doses(case, doses, num_futures=16):
    """Ask of so many further infusions and nothing else."""
    rng = np.random.default_rng(4)
    present = present_of(rng, case, num_futures)
    (plan,) = (each for each in plans(case, INFUSION) if each.continuation.doses == doses)
    return outlook(rng, present, treatment_keys(case.arrays).index(INFUSION), plan)


def of_kind(found, kind):
    return [each for each in found.outlooks if each.continuation.kind is kind]


@pytest.mark.parametrize("treatment", [INFUSION, BLOCK])
def test_a_week_between_two_treatments_always_given_together_would_tell(together, treatment):
    found = told(together, treatment, num_futures=48)
    as_ever, apart = of_kind(found, Kind.DOSES), of_kind(found, Kind.DOSES_APART)
    for same, moved in zip(as_ever, apart, strict=True):
        assert same.continuation.doses == moved.continuation.doses
        assert moved.width < same.width - 2 * (moved.width_error + same.width_error) / 2
        assert same.chance == 0.0 < moved.chance
    assert {each.continuation.apart_from for each in apart} == {INFUSION, BLOCK} - {treatment}


def test_more_doses_of_a_treatment_given_once_would_tell(few):
    one, three, six = told(few, INFUSION).outlooks
    assert 0.95 > one.width > three.width > six.width
    assert [each.continuation.doses for each in (one, three, six)] == [1, 3, 6]


def test_a_few_more_doses_after_dozens_would_hardly_tell():
    case = examined(simulated("null_infusion", 31, days=900).diary)
    assert told_of_doses(case, 1).width == pytest.approx(1.0, abs=0.06)


def test_more_days_at_the_same_amount_would_not_tell():
    case = examined(simulated("three_preventives", 31, days=100).diary)
    found = told(case, "verapamil", num_futures=8)
    assert [each.continuation.kind for each in found.outlooks] == [Kind.DAYS] * 3
    assert [each.continuation.doses for each in found.outlooks] == [0] * 3
    assert all(each.width > 0.8 and each.chance < 0.5 for each in found.outlooks)


def test_a_treatment_that_is_not_in_the_model_is_refused(few):
    with pytest.raises(ValueError, match="oxygen"):
        told(few, "oxygen")


def test_the_same_seed_gives_the_same_answer(few):
    assert told(few, INFUSION, 4) == told(few, INFUSION, 4)


def cut_after(diary, number):
    """Return what a diary was after so many days."""
    first = date(2021, 1, 1)
    last = first + timedelta(days=number - 1)
    return replace(
        diary,
        attacks=tuple(each for each in diary.attacks if each.started_at.on <= last),
        doses=tuple(each for each in diary.doses if each.given_at.on <= last),
        coverage=(Span(first, last),),
    )


def width_of(case):
    beta = case.posterior.theta[:, pulse_beta(0)]
    mean = case.posterior.weight @ beta
    return np.sqrt(case.posterior.weight @ (beta - mean) ** 2)


def test_three_more_doses_narrow_the_interval_as_much_as_was_foretold():
    (infusion,) = SCENARIOS["one_dose"].pulses
    timed = replace(infusion, timing=OnDays((400, 500, 524, 548)), waits_days=0)
    foretold, happened = [], []
    for seed in (1, 2, 3):
        lived = simulated("one_dose", seed, days=572, pulses=(timed,)).diary
        before = examined(cut_after(lived, 500))
        three_more = told_of_doses(before, 3)
        assert three_more.continuation.days == 72
        foretold.append(three_more.width)
        happened.append(width_of(examined(lived)) / width_of(before))
    assert np.mean(foretold) == pytest.approx(np.mean(happened), abs=0.1)
