from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from strategies.fits import examined, simulated
from surcease.diary import DayCount
from surcease.effects.arrays import starting_points
from surcease.effects.estimate import estimate
from surcease.effects.headline import mean_reduction
from surcease.effects.influence import fitted_again, influence, stretches_after_doses
from surcease.inference.left_out import leave_out
from surcease.inference.posterior import Method, fit
from surcease.simulation import SCENARIOS
from surcease.simulation.timing import OnDays

INFUSION = "magnesium_sulfate_iv"
HINGE = 2


@pytest.fixture(scope="module")
def five_infusions():
    (infusion,) = SCENARIOS["by_schedule"].pulses
    timed = replace(infusion, timing=OnDays((30, 75, 120, 165, 210)))
    return simulated("by_schedule", 3, days=255, pulses=(timed,)).diary


@pytest.fixture(scope="module")
def followed(five_infusions):
    return examined(five_infusions)


@pytest.fixture(scope="module")
def hanging(five_infusions):
    """The same diary, had nobody written anything down after four of the five infusions."""
    doses = [dose for nth, dose in enumerate(five_infusions.doses) if nth != HINGE]
    unknown = {dose.given_at.on + timedelta(days=n) for dose in doses for n in range(45)}
    attacks = (each for each in five_infusions.attacks if each.started_at.on not in unknown)
    days = tuple(DayCount(on, None) for on in sorted(unknown))
    return examined(replace(five_infusions, attacks=tuple(attacks), days=days))


def found(case):
    return influence(np.random.default_rng(2), case, INFUSION)


def test_leaving_out_one_dose_of_many_moves_little():
    whole = found(examined(simulated("chronic_by_indication", 31, days=900).diary))
    assert len(whole.without) > 20
    assert abs(whole.most.change) < 0.1
    assert np.mean([abs(each.change) for each in whole.without]) < 0.03


def test_the_one_dose_on_which_all_hangs_is_the_most_influential(hanging, five_infusions):
    without = found(hanging)
    assert without.most.given_on == five_infusions.doses[HINGE].given_at.on
    assert without.most.change < -0.15
    others = [each.change for each in without.without if each is not without.most]
    assert max(abs(change) for change in others) < 0.05


def test_where_every_dose_was_followed_none_matters_as_much(followed):
    assert abs(found(followed).most.change) < 0.1


FITS_AGAIN = 8
"""One has some 300 effective draws, and the end of an interval moves by more with each."""


def test_a_fit_again_agrees_with_a_whole_fit(hanging):
    (pulse,) = hanging.arrays.pulses
    _, stretches = stretches_after_doses(hanging, pulse)
    problem = leave_out(hanging.arrays.problem, stretches, HINGE)
    rng = np.random.default_rng(3)
    whole = fit(rng, problem, starting_points(problem), Method.IMPORTANCE)
    again = [fitted_again(rng, hanging, problem) for _ in range(FITS_AGAIN)]
    one, *others = (
        estimate(mean_reduction(each.theta, 0, pulse), each.weight) for each in (whole, *again)
    )
    assert np.mean([each.median for each in others]) == pytest.approx(one.median, abs=0.05)
    assert np.mean([each.high for each in others]) == pytest.approx(one.high, abs=0.05)


def test_a_stretch_goes_from_a_dose_to_the_next_one(followed, five_infusions):
    given_on, stretches = stretches_after_doses(followed, followed.arrays.pulses[0])
    assert given_on == tuple(dose.given_at.on for dose in five_infusions.doses)
    assert stretches.last[:-1].tolist() == stretches.first[1:].tolist()
    assert stretches.last[-1] == followed.arrays.problem.counts.size
    days = stretches.quiet_days + stretches.busy_days
    assert days[:-1].tolist() == [44] * 4


def test_the_days_long_after_a_dose_are_not_left_out_with_it():
    case = examined(simulated("one_dose", 31, days=700).diary)
    (pulse,) = case.arrays.pulses
    _, stretches = stretches_after_doses(case, pulse)
    assert 60 < stretches.last[0] - stretches.first[0] < 90


def test_a_diary_that_ends_before_the_first_dose_has_nothing_to_leave_out():
    diary = simulated("one_dose", 31, days=700).diary
    early = replace(
        diary,
        attacks=tuple(each for each in diary.attacks if each.started_at.on.year == 2021),
        coverage=(),
    )
    assert found(examined(early)) is None
