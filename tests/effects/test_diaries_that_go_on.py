from datetime import date

import numpy as np
import pytest

from strategies.entries import attack, diary, dose
from strategies.fits import examined
from surcease.diary import Regimen, Span
from surcease.effects.continuations import Continuation, Habit, Kind, enough_apart, plans
from surcease.effects.continued_diary import continue_diary, written_futures

INFUSION, BLOCK = "magnesium_sulfate_iv", "gon_block"
FIRST, LAST = date(2024, 1, 1), date(2024, 3, 10)
NUM_DAYS = 70


@pytest.fixture(scope="module")
def case():
    infusions = ("2024-01-10T10:00", "2024-02-03T10:00", "2024-02-27T10:00")
    together = [dose(text, key) for text in infusions for key in (INFUSION, BLOCK)]
    return examined(
        diary(
            *(attack(f"2024-01-{day:02d}T02:00") for day in range(1, 29, 2)),
            doses=(*together, dose("2024-01-05T10:00", "Botox")),
            regimens=(Regimen("verapamil", 240, "mg", FIRST, LAST),),
            coverage=(Span(FIRST, LAST),),
        )
    )


def days_of(plan):
    return {key: days for key, days in plan.doses.items() if days}


def test_more_doses_come_at_the_usual_interval_counted_from_the_latest():
    assert Habit(interval=24, since_latest=12).next_days(3) == [12, 36, 60]


def test_a_dose_that_is_long_due_comes_on_the_next_day():
    assert Habit(interval=24, since_latest=100).next_days(2) == [1, 25]


def test_what_was_stopped_long_ago_does_not_go_on():
    assert Habit(interval=24, since_latest=40).days_until(50) == [1, 25, 49]
    assert Habit(interval=24, since_latest=49).days_until(50) == []
    assert Habit(interval=24, since_latest=None).days_until(50) == []


def test_what_was_always_given_with_a_treatment_goes_on_with_it_or_a_week_after_it(case):
    together, _, apart, _ = plans(case, INFUSION)
    assert together.continuation == Continuation(Kind.DOSES, 3, 83)
    assert days_of(together) == {
        INFUSION: [12, 36, 60],
        BLOCK: [12, 36, 60],
        "onabotulinumtoxin_a": [75],
    }
    assert apart.continuation.apart_from == BLOCK
    assert days_of(apart)[BLOCK] == [19, 43, 67]


def test_enough_doses_apart_undo_being_given_together():
    for times in range(1, 60):
        assert times / (times + enough_apart(times)) < 0.9


def test_the_days_that_are_there_stay_as_they_are(case):
    longer = continue_diary(case, {INFUSION: [5, 29]}, 40)
    assert len(longer.days) == NUM_DAYS + 40
    before = case.arrays.problem.counts
    assert longer.problem.counts[: before.size].tolist() == before.tolist()
    assert (longer.problem.counts[before.size :] == -1).all()
    assert longer.parameter_names == case.arrays.parameter_names
    np.testing.assert_array_equal(
        longer.problem.regimens[:, : before.size], case.arrays.problem.regimens
    )


def test_added_doses_act_from_their_day_on(case):
    longer = continue_diary(case, {INFUSION: [30]}, 40)
    (_, with_it), (_, without) = (
        (each, reached(each)) for each in (longer, continue_diary(case, {}, 40))
    )
    assert with_it[:-11].tolist() == without[:-11].tolist()
    assert (with_it[-11:] == without[-11:] + 1).all()


def reached(arrays):
    """Return how many infusions reach each slot."""
    (pulse,) = (each for each in arrays.pulses if each.given.key == INFUSION)
    return np.bincount(pulse.slot, minlength=arrays.problem.counts.size)


def test_a_daily_amount_goes_on_as_on_the_last_day(case):
    exposure = continue_diary(case, {}, 60).problem.regimens[0]
    assert (np.diff(exposure[-61:]) > -1e-9).all()
    assert exposure[-1] == pytest.approx(240 / 360, rel=0.01)


def test_every_future_is_written_down_on_its_own(case):
    longer = continue_diary(case, {INFUSION: [5]}, 30)
    futures = written_futures(np.random.default_rng(7), case, longer, case.paths)
    size = case.arrays.problem.counts.size
    assert len(futures) == case.paths.draw.size
    assert len({tuple(each.counts[size:]) for each in futures}) > 1
    for each in futures[:5]:
        known = each.counts[size:][each.counts[size:] >= 0]
        added = each.quiet_days + each.busy_days - NUM_DAYS
        assert added == known.size
