from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from surcease.simulation import SCENARIOS, simulate
from surcease.simulation.severity import Milder, Severity, Swing
from surcease.simulation.true_severity import change_in_points

INFUSION = "magnesium_sulfate_iv"
STEADY = Severity(slow=Swing(0.0, 0.1), quick=Swing(0.0, 0.1))


def patient(scenario, severity, seed=1):
    base = SCENARIOS[scenario]
    changed = replace(base, habits=replace(base.habits, severity=severity))
    return simulate(changed, np.random.default_rng(seed))


def patients_after_one_dose(severity, **habits):
    """Draw patients whose one dose prevents no attack, whatever else it does."""
    base = SCENARIOS["one_dose"]
    changed = replace(
        base,
        days=440,
        pulses=tuple(replace(each, rate_ratio=1.0) for each in base.pulses),
        habits=replace(base.habits, severity=severity, **habits),
    )
    return [simulate(changed, np.random.default_rng(seed)) for seed in range(40)]


def under_and_without(diary):
    """Return the attacks of the first five days after a dose, and those 30 days after or more."""
    given = sorted({each.given_at.at for each in diary.doses})
    under, without = [], []
    for attack in diary.attacks:
        earlier = [at for at in given if at < attack.started_at.at]
        since = attack.started_at.at - earlier[-1] if earlier else timedelta(days=999)
        if since < timedelta(days=5):
            under.append(attack)
        elif since > timedelta(days=30):
            without.append(attack)
    return under, without


def mean(values):
    return float(np.mean(list(values)))


def test_severity_changes_neither_doses_nor_when_attacks_begin():
    one, other = (patient("chronic_by_indication", each) for each in (None, Severity()))
    assert (one.truth.attacks == other.truth.attacks).all()
    assert one.diary.doses == other.diary.doses
    begun = [[attack.started_at for attack in each.diary.attacks] for each in (one, other)]
    assert begun[0] == begun[1]
    assert one.diary.attacks != other.diary.attacks


def test_a_treatment_that_makes_attacks_milder_does_so_by_what_the_truth_says():
    milder = Milder(INFUSION, points=-2.0)
    severity = replace(STEADY, effects=(milder,))
    drawn = patients_after_one_dose(severity)
    parts = [under_and_without(each.diary) for each in drawn]
    under = mean(attack.intensity for part, _ in parts for attack in part)
    without = mean(attack.intensity for _, part in parts for attack in part)
    told = change_in_points(drawn[0].truth.scenario.habits, severity, milder)
    assert -2.0 < told < -1.7
    assert under - without == pytest.approx(told, abs=0.25)


def test_a_treatment_that_makes_attacks_shorter_leaves_intensity_alone():
    severity = replace(STEADY, effects=(Milder(INFUSION, duration_ratio=0.5),))
    drawn = patients_after_one_dose(severity, median_min=20.0)
    parts = [under_and_without(each.diary) for each in drawn]
    under = [attack for part, _ in parts for attack in part]
    without = [attack for _, part in parts for attack in part]
    log_ratio = mean(np.log(each.duration_min) for each in under)
    log_ratio -= mean(np.log(each.duration_min) for each in without)
    assert np.exp(log_ratio) == pytest.approx(0.5, abs=0.06)
    assert mean(each.intensity for each in under) == pytest.approx(
        mean(each.intensity for each in without), abs=0.3
    )


def test_a_regimen_acts_by_its_amount():
    effect = Milder("verapamil", points=-3.0)
    treated, untreated = (
        patient("three_preventives", replace(STEADY, effects=effects)).diary
        for effects in ((effect,), ())
    )
    change = mean(each.intensity for each in treated.attacks)
    change -= mean(each.intensity for each in untreated.attacks)
    assert -3.2 < change < -1.5


def test_bad_times_can_have_worse_attacks():
    severity = replace(STEADY, points_per_log_rate=2.0)
    diary, truth = patient("wild_course", severity)
    rate = {
        truth.scenario.start_on + timedelta(days=day): rate
        for day, rate in enumerate(truth.natural_rate)
    }
    median = np.median(list(rate.values()))
    bad, good = ([], [])
    for attack in diary.attacks:
        (bad if rate[attack.started_at.on] > median else good).append(attack.intensity)
    assert mean(bad) > mean(good) + 0.5


def test_an_effect_of_a_treatment_that_is_not_given_is_refused():
    with pytest.raises(KeyError):
        patient("acute_only", Severity(effects=(Milder(INFUSION, points=-1.0),)))


def test_a_patient_may_have_no_attack_outside_bouts():
    base = SCENARIOS["episodic"]
    changed = replace(
        base,
        course=replace(base.course, outside_per_day=0.0),
        habits=replace(base.habits, severity=Severity(points_per_log_rate=1.0)),
    )
    assert simulate(changed, np.random.default_rng(3)).diary.attacks


def test_a_swing_settles_at_its_spread_and_keeps_its_pace():
    path = Swing(sd=2.0, kappa=0.1).draw(200_000, np.random.default_rng(2))
    assert path.std() == pytest.approx(2.0, rel=0.05)
    assert np.corrcoef(path[:-1], path[1:])[0, 1] == pytest.approx(np.exp(-0.1), abs=0.01)
