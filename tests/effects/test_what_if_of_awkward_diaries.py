"""One day, no attacks, sixty in a day, doses to come, absurd amounts: numbers, and sane ones."""

from dataclasses import astuple
from datetime import date, timedelta

import numpy as np
import pytest

from strategies.entries import day_count, diary, dose
from surcease.analysis.fitted import fit_diary
from surcease.diary import Regimen
from surcease.effects.by_dose_amount import by_dose_amount
from surcease.effects.counterfactual import attacks_prevented
from surcease.effects.forecast import forecast
from surcease.effects.schedule import schedule, usual_intervals
from surcease.effects.treatment_effects import treatment_effects

START = date(2022, 1, 1)


def on(day):
    return (START + timedelta(days=day)).isoformat()


def infusion(day, amount=1.0):
    return dose(f"{on(day)}T12:00", "magnesium_sulfate_iv", amount=amount, unit="g{MgSO4}")


def counted(counts, **more):
    return diary(days=tuple(day_count(on(n), count) for n, count in enumerate(counts)), **more)


def poisson(num_days, seed=1):
    return [int(count) for count in np.random.default_rng(seed).poisson(1.5, num_days)]


def outlier():
    return [60 if day == 45 else count for day, count in enumerate(poisson(90))]


def verapamil(amount, from_day):
    return Regimen("verapamil", amount, "mg", START + timedelta(days=from_day), None)


AWKWARD = {
    "one day": counted([3], doses=(infusion(0),)),
    "no treatment": counted(poisson(60)),
    "no attack": counted([0] * 60, doses=(infusion(20),)),
    "mostly unknown": counted([2, *[None] * 80, 1], doses=(infusion(20), infusion(50))),
    "sixty in a day": counted(outlier(), doses=(infusion(30), infusion(60))),
    "a dose every day": counted(poisson(60), doses=tuple(map(infusion, range(60)))),
    "a dose to come": counted(poisson(60), doses=(infusion(30), infusion(70))),
    "nothing but a dose to come": counted(poisson(60), doses=(infusion(90),)),
    "an absurd amount": counted(poisson(90), regimens=(verapamil(30_000, 60),)),
    "two amounts": counted(
        poisson(120), doses=tuple(infusion(10 * n, 1.0 + n % 2) for n in range(12))
    ),
}


@pytest.fixture(scope="module", params=AWKWARD)
def fitted(request):
    return fit_diary(AWKWARD[request.param])


def numbers(value):
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        return [number for each in value for number in numbers(each)]
    return [value] if isinstance(value, float) else []


def seen(fitted):
    return fitted.arrays, fitted.posterior, fitted.paths


def test_what_was_prevented_and_what_is_to_come_are_numbers(fitted):
    rng = np.random.default_rng(1)
    found = attacks_prevented(rng, *seen(fitted))
    ahead = forecast(rng, *seen(fitted))
    told = numbers([astuple(ahead), *map(astuple, found.values())])
    assert np.isfinite(told).all()
    assert ahead.attacks.low >= 0.0


def test_schedules_are_numbers_or_say_that_the_diary_cannot_tell(fitted):
    effects = {
        each.treatment: each
        for each in treatment_effects(fitted.arrays, fitted.posterior, fitted.treatments)
    }
    for pulse in fitted.arrays.pulses:
        effect = effects[pulse.given.key]
        found = schedule(*seen(fitted), effect, usual_intervals(pulse))
        assert bool(found.by_interval) == (effect.verdict != "cannot_tell")
        assert np.isfinite(numbers(astuple(found))).all()


def test_amounts_are_numbers_or_say_that_the_diary_cannot_tell(fitted):
    found = by_dose_amount(np.random.default_rng(1), fitted.arrays, fitted.posterior)
    for each in found.values():
        assert each.amounts or each.because
        assert np.isfinite(numbers(astuple(each))).all()
