"""No preventive, one dose, a month, twenty years, nothing known: an answer or 'cannot tell'."""

import json
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from strategies.fits import simulated
from surcease.analysis.analyze import analyze
from surcease.analysis.contract import to_json
from surcease.diary import DayCount, Diary, Dose, Moment, Regimen, Span
from surcease.effects import reasons
from surcease.effects.effect import Verdict
from surcease.inference.posterior import Method

ZONE = "Europe/Copenhagen"
START = date(2022, 1, 1)


def counted(counts, **more):
    days = tuple(DayCount(START + timedelta(days=n), count) for n, count in enumerate(counts))
    return Diary(ZONE, days=days, **more)


def poisson(num_days, rate=1.5, seed=1):
    return [int(count) for count in np.random.default_rng(seed).poisson(rate, num_days)]


def infusion(day, name="magnesium_sulfate_iv"):
    at = datetime(START.year, START.month, START.day, 12, tzinfo=UTC) + timedelta(days=day)
    return Dose(Moment.of(at, ZONE), name, 1.0, "g")


def verapamil(days):
    return Regimen("verapamil", 360, "mg", START, START + timedelta(days=days - 1))


def checked(diary, method=Method.AUTO):
    """Analyse, and refuse anything that is not a finite number."""
    analysis = analyze(diary, method=method)
    assert "NaN" not in to_json(analysis, details=True)
    return analysis


def test_without_a_preventive_the_course_is_still_said():
    analysis = checked(counted(poisson(200)))
    assert analysis.treatments == ()
    assert analysis.course.attacks_per_day_now.low > 0.3


def test_one_dose_is_said_to_be_few():
    (effect,) = checked(counted(poisson(120), doses=(infusion(60),))).treatments
    assert effect.doses == 1
    assert effect.verdict is Verdict.CANNOT_TELL or reasons.FEW_DOSES in effect.because


def test_a_diary_of_thirty_days_has_an_answer():
    (effect,) = checked(counted(poisson(30), doses=(infusion(5), infusion(20)))).treatments
    assert effect.reduction.low < effect.reduction.median < effect.reduction.high


def test_a_diary_of_one_day_has_an_answer():
    analysis = checked(counted([3], doses=(infusion(0),)))
    assert analysis.days.observed == 1
    assert analysis.treatments[0].verdict is Verdict.CANNOT_TELL


def test_twenty_years_are_read():
    lived = simulated("sixteen_years", 1, days=7300)
    analysis = checked(lived.diary, Method.IMPORTANCE)
    began = np.diff(lived.truth.in_bout.astype(int), prepend=0) == 1
    assert analysis.days.observed == 7300
    assert analysis.course.subtype == "episodic"
    assert len(analysis.course.bouts) == began.sum()


@pytest.mark.parametrize("counts", [[None] * 40, []], ids=["all unknown", "empty"])
def test_where_nothing_is_known_nothing_is_claimed(counts):
    analysis = checked(counted(counts, doses=(infusion(3), infusion(3, "sumatriptan_sc"))))
    assert analysis.days is None
    assert analysis.course is None
    assert {each.verdict for each in analysis.treatments} == {Verdict.CANNOT_TELL}
    assert analysis.diagnostics.warnings == (reasons.NO_KNOWN_DAYS,)
    assert json.loads(to_json(analysis))["days"] is None


def test_sixty_attacks_on_one_day_do_not_break_it():
    counts = poisson(90)
    counts[45] = 60
    (effect,) = checked(counted(counts, doses=(infusion(30), infusion(60)))).treatments
    assert -3 < effect.reduction.median < 1


def test_a_treatment_taken_alike_on_every_day_cannot_be_judged():
    (effect,) = checked(counted(poisson(200), regimens=(verapamil(200),))).treatments
    assert effect.verdict is Verdict.CANNOT_TELL
    assert effect.because == (reasons.ON_EVERY_DAY,)


def test_a_dose_on_every_day_has_an_answer():
    checked(counted(poisson(100), doses=tuple(infusion(day) for day in range(100))))


def test_a_diary_without_attacks_has_an_answer():
    analysis = checked(Diary(ZONE, coverage=(Span(START, START + timedelta(days=99)),)))
    assert (analysis.days.attacks, analysis.course.bouts) == (0, ())


def test_a_treatment_that_began_after_the_last_known_day_is_not_judged():
    (effect,) = checked(counted(poisson(60), doses=(infusion(90),))).treatments
    assert effect.because == (reasons.NEVER_IN_PERIOD,)


@pytest.mark.parametrize("rate", [0.9, 3.05, 8.26, 20.0])
def test_a_steady_rate_is_not_mistaken_for_an_effect(rate):
    """A patient whose rate never changes, wherever it lies, and infusions that do nothing."""
    doses = tuple(infusion(day) for day in range(20, 730, 30))
    strong = [
        checked(counted(poisson(730, rate, seed), doses=doses)).treatments[0].verdict
        for seed in range(3)
    ].count(Verdict.STRONG)
    assert strong == 0


def test_tablets_taken_on_bad_days_are_not_said_to_bring_attacks():
    counts = poisson(400)
    noon = datetime(START.year, START.month, START.day, 12, tzinfo=UTC)
    tablets = tuple(
        Dose(Moment.of(noon + timedelta(days=day), ZONE), "melatonin", 10.0, "mg")
        for day, count in enumerate(counts)
        if count >= 3
    )
    (effect,) = checked(counted(counts, doses=tablets)).treatments
    assert not (effect.verdict is Verdict.STRONG and reasons.MORE_ATTACKS in effect.because)


def test_an_amount_that_nobody_could_take_is_left_out_with_a_reason():
    typo = Regimen("verapamil", 1e200, "mg", START + timedelta(days=60), None)
    (effect,) = checked(counted(poisson(120), regimens=(verapamil(40), typo))).treatments
    assert effect.because == (reasons.AMOUNT_IMPLAUSIBLE,)


def test_units_that_do_not_fit_together_are_left_out_with_a_reason():
    puffs = Regimen("verapamil", 3, "puffs", START + timedelta(days=60), None)
    (effect,) = checked(counted(poisson(120), regimens=(verapamil(40), puffs))).treatments
    assert effect.because == (reasons.UNIT_NOT_CONVERTED,)


def test_a_thousand_attacks_on_one_day_do_not_take_forever():
    counts = poisson(60)
    counts[30] = 10_000
    checked(counted(counts))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not():
    diary = counted(poisson(90), doses=(infusion(30), infusion(60)))
    one, two, other = (to_json(analyze(diary, seed=seed), details=True) for seed in (5, 5, 6))
    assert one == two
    assert one != other
