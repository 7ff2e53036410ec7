from collections import Counter

import numpy as np
import pytest

from surcease.diary import Attack, Diary, Dose, Side
from surcease.simulation import SCENARIOS, simulate
from surcease.simulation.acute import MILD


@pytest.fixture(scope="module")
def diary() -> Diary:
    return simulate(SCENARIOS["acute_only"], np.random.default_rng(1)).diary


def doses_of(diary: Diary, treatment: str) -> list[Dose]:
    return [dose for dose in diary.doses if dose.treatment == treatment]


def attack_of(diary: Diary, dose: Dose) -> Attack:
    return next(
        attack for attack in reversed(diary.attacks) if attack.started_at.at <= dose.given_at.at
    )


def test_injections_are_for_bad_attacks_and_other_triptans_for_mild_ones(diary: Diary) -> None:
    lowest = min(dose.intensity_before or 0 for dose in doses_of(diary, "sumatriptan_sc"))
    assert lowest == 7
    for treatment in ("rizatriptan_po", "zolmitriptan_nasal"):
        doses = doses_of(diary, treatment)
        assert doses
        assert max(dose.intensity_before or 0 for dose in doses) <= 6


def test_no_more_is_taken_in_a_day_than_allowed(diary: Diary) -> None:
    limits = {each.treatment: each.most_per_day for each in SCENARIOS["acute_only"].acute}
    attack_days = {(dose.treatment, attack_of(diary, dose).started_at) for dose in diary.doses}
    taken = Counter((treatment, started.on) for treatment, started in attack_days)
    assert all(count <= limits[treatment] for (treatment, _), count in taken.items())


def test_relief_at_15_minutes_is_as_frequent_as_asked(diary: Diary) -> None:
    doses = doses_of(diary, "sumatriptan_sc")
    relieved = np.mean([(dose.intensity_15_min or 0) <= MILD for dose in doses])
    assert relieved == pytest.approx(0.75, abs=0.05)
    assert relieved != pytest.approx(0.65, abs=0.05)


def test_a_dose_lies_within_its_attack_and_pain_never_rises(diary: Diary) -> None:
    for dose in diary.doses[:300]:
        attack = attack_of(diary, dose)
        assert attack.ended_at is not None
        assert attack.started_at.at < dose.given_at.at <= attack.ended_at.at
        assert dose.intensity_before == attack.intensity
        before, later, last = (
            dose.intensity_before or 0,
            dose.intensity_15_min or 0,
            dose.intensity_30_min or 0,
        )
        assert before >= later >= last


def test_the_side_is_nearly_always_the_same(diary: Diary) -> None:
    sides = Counter(attack.side for attack in diary.attacks)
    assert 0 < sides[Side.RIGHT] < 0.03 * sides[Side.LEFT]


def test_attacks_that_were_aborted_are_shorter(diary: Diary) -> None:
    untreated = simulate(SCENARIOS["one_dose"], np.random.default_rng(1)).diary
    means = [
        np.mean([attack.duration_min or 0 for attack in each.attacks])
        for each in (diary, untreated)
    ]
    assert means[0] < 0.8 * means[1]
    assert means[1] == pytest.approx(60, rel=0.2)
