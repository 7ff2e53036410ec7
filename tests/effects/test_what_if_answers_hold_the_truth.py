"""Simulated infusions given when attacks are many, in worlds where one dose, or none, followed."""

from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
import pytest

from surcease.analysis.fitted import fit_diary
from surcease.effects.counterfactual import attacks_prevented
from surcease.effects.forecast import DAYS_AHEAD, forecast
from surcease.effects.schedule import DAYS_A_MONTH, schedule
from surcease.effects.treatment_effects import treatment_effects
from surcease.inference.posterior import Method
from surcease.simulation import SCENARIOS, simulate
from surcease.simulation.timing import Timing

KEY = "magnesium_sulfate_iv"
NUM_DIARIES = 12
DAYS = 400
EVERY = 28


@dataclass(frozen=True, slots=True)
class UntilToday:
    """The patient's own rule up to the last day of the diary; then one more dose, or none."""

    rule: Timing
    once_more: bool

    def due(self, now):
        return self.rule.due(now) if now.day < DAYS else self.once_more and now.day == DAYS


@dataclass(frozen=True)
class Case:
    """One diary, what was said of it, and the same patient's days with and without a next dose."""

    prevented: object
    ahead: object
    every_28_days: object
    without_dose: object
    with_dose: object


def live(scenario, seed, *, once_more):
    pulses = tuple(
        replace(each, timing=UntilToday(each.timing, once_more)) for each in scenario.pulses
    )
    longer = replace(scenario, days=DAYS + DAYS_AHEAD, pulses=pulses)
    return simulate(longer, np.random.default_rng(seed))


def until_today(diary, last_on):
    return replace(
        diary,
        attacks=tuple(each for each in diary.attacks if each.started_at.on <= last_on),
        doses=tuple(each for each in diary.doses if each.given_at.on <= last_on),
        coverage=tuple(replace(each, to_on=last_on) for each in diary.coverage),
    )


def case_of(name, seed):
    scenario = SCENARIOS[name]
    without_dose = live(scenario, seed, once_more=False)
    last_on = scenario.start_on + timedelta(days=DAYS - 1)
    fitted = fit_diary(until_today(without_dose.diary, last_on), 0, Method.IMPORTANCE)
    rng = np.random.default_rng(seed)
    seen = (fitted.arrays, fitted.posterior, fitted.paths)
    (effect,) = treatment_effects(fitted.arrays, fitted.posterior, fitted.treatments)
    return Case(
        attacks_prevented(rng, *seen)[KEY].all_days,
        forecast(rng, *seen),
        schedule(*seen, effect, [EVERY]),
        without_dose.truth,
        live(scenario, seed, once_more=True).truth,
    )


@pytest.fixture(scope="module")
def cases():
    return [case_of("chronic_by_indication", 3000 + seed) for seed in range(NUM_DIARIES)]


def held(interval, truth):
    return interval.low <= truth <= interval.high


def to_come(truth):
    return truth.attacks[DAYS:].sum()


def truly_prevented(case):
    truth = case.without_dose
    return (truth.of(KEY).rate_without - truth.rate)[:DAYS].sum()


def month_at(case, exposure_of_phase):
    """Return the true attacks of a month with an exposure of each moment of the interval."""
    pulse = case.without_dose.scenario.pulses[0]
    rate = case.without_dose.natural_rate[:DAYS].mean()
    return DAYS_A_MONTH * rate * np.mean(pulse.rate_ratio**exposure_of_phase)


def true_month(case):
    wear_off = case.without_dose.scenario.pulses[0].wear_off
    phase = (np.arange(500) + 0.5) / 500 * EVERY
    earlier = EVERY * np.arange(30)[:, None]
    return month_at(case, 1 - np.prod(1 - wear_off(phase + earlier), axis=0))


def test_the_attacks_prevented_so_far_are_held(cases):
    assert sum(held(each.prevented, truly_prevented(each)) for each in cases) >= 10


def test_an_effect_of_nothing_would_be_missed(cases):
    assert sum(held(each.prevented, 0) for each in cases) <= 2


def test_the_attacks_of_the_next_month_are_held(cases):
    assert sum(held(each.ahead.attacks, to_come(each.without_dose)) for each in cases) >= 10


def test_the_attacks_of_the_next_month_after_one_more_dose_are_held(cases):
    assert (
        sum(held(each.ahead.with_next_dose[KEY].attacks, to_come(each.with_dose)) for each in cases)
        >= 10
    )


def test_what_the_next_dose_prevents_is_held(cases):
    def saved(case):
        return case.without_dose.rate[DAYS:].sum() - case.with_dose.rate[DAYS:].sum()

    assert sum(held(each.ahead.with_next_dose[KEY].prevented, saved(each)) for each in cases) >= 10


def test_taking_the_last_month_for_the_next_one_misses(cases):
    missed = 0
    for each in cases:
        last = each.without_dose.attacks[DAYS - DAYS_AHEAD : DAYS].sum()
        missed += abs(to_come(each.without_dose) - last) > 1.96 * np.sqrt(last + 1)
    assert missed >= 4


def test_a_month_of_doses_at_one_interval_is_held(cases):
    said = [each.every_28_days.by_interval[0].attacks for each in cases if told(each)]
    truths = [true_month(each) for each in cases if told(each)]
    assert sum(map(held, said, truths)) >= len(said) - 2
    assert len(said) >= 10


def test_a_month_without_any_dose_would_be_missed(cases):
    said = [each.every_28_days.by_interval[0].attacks for each in cases if told(each)]
    truths = [month_at(each, 0.0) for each in cases if told(each)]
    assert sum(map(held, said, truths)) <= 2


def told(case):
    return bool(case.every_28_days.by_interval)


def test_an_infusion_that_does_nothing_has_prevented_nothing():
    cases = [case_of("null_infusion", 3100 + seed) for seed in range(5)]
    assert sum(held(each.prevented, 0) for each in cases) >= 4
