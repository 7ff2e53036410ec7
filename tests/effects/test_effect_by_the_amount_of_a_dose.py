from dataclasses import replace

import numpy as np
import pytest

from strategies.entries import diary, dose
from surcease.analysis.fitted import fit_diary
from surcease.diary import DiaryError, civil_days, distinct_attacks
from surcease.effects import reasons
from surcease.effects.amount_model import Amounts, share_of_strongest
from surcease.effects.arrays import build_arrays
from surcease.effects.by_dose_amount import (
    by_dose_amount,
    nothing_to_compare,
    session_of_triple,
)
from surcease.effects.effect import Verdict
from surcease.effects.given import given_treatments
from surcease.effects.reasons import AMOUNTS_ALIKE, FEW_OF_AN_AMOUNT, NO_AMOUNTS
from surcease.effects.session_amounts import session_amounts
from surcease.inference.posterior import Method
from surcease.simulation import SCENARIOS, simulate
from surcease.simulation.scenarios import INFUSION
from surcease.simulation.timing import OnDays

KEY = "magnesium_sulfate_iv"
SMALL, LARGE = 1.0, 2.0
DAYS = 600


def amounts_of(*doses):
    (given,) = given_treatments(diary(doses=doses))
    return session_amounts(given)


def botox(at, amount, site="", unit="U"):
    return dose(at, "Botox", amount=amount, unit=unit, site=site)


def test_the_sites_of_a_session_add_up():
    found = amounts_of(
        botox("2024-01-01T09:00", 25.0, "frontal"),
        botox("2024-01-01T09:00", 75.0, "occipital"),
        botox("2024-04-01T09:00", 150.0),
    )
    assert found.amounts.tolist() == [100.0, 150.0]
    assert (found.unit, found.notes) == ("U", ())


def test_an_amount_that_was_not_written_down_is_the_usual_one_and_said_to_be():
    found = amounts_of(
        botox("2024-01-01T09:00", 100.0),
        botox("2024-04-01T09:00", None),
        botox("2024-07-01T09:00", 100.0),
    )
    assert found.amounts.tolist() == [100.0, 100.0, 100.0]
    assert found.notes == (reasons.AMOUNT_NOT_RECORDED,)


def test_a_session_with_one_unknown_site_is_not_known():
    found = amounts_of(
        botox("2024-01-01T09:00", 25.0, "frontal"),
        botox("2024-01-01T09:00", None, "occipital"),
        botox("2024-04-01T09:00", 150.0),
    )
    assert found.amounts.tolist() == [150.0, 150.0]


def test_amounts_in_two_units_are_brought_to_one():
    found = amounts_of(
        dose("2024-01-01T09:00", KEY, amount=1.0, unit="g{MgSO4}"),
        dose("2024-02-01T09:00", KEY, amount=500.0, unit="mg{MgSO4}"),
    )
    assert found.amounts.tolist() == [1.0, 0.5]


def test_units_of_different_things_are_refused():
    with pytest.raises(DiaryError, match="measure"):
        amounts_of(botox("2024-01-01T09:00", 100.0), botox("2024-04-01T09:00", 2.0, unit="mL"))


def test_without_any_amount_there_is_none():
    assert amounts_of(botox("2024-01-01T09:00", None)) is None


@pytest.mark.parametrize(
    ("amounts", "reason"),
    [
        ([], AMOUNTS_ALIKE),
        ([100, 100, 103], AMOUNTS_ALIKE),
        ([100] * 10 + [150] * 2, FEW_OF_AN_AMOUNT),
        ([100, 120, 140, 160, 180], FEW_OF_AN_AMOUNT),
        ([1] * 3 + [150] * 3, reasons.AMOUNT_IMPLAUSIBLE),
        ([100] * 3 + [150] * 3, ""),
    ],
)
def test_amounts_are_compared_where_each_was_given_several_times(amounts, reason):
    assert nothing_to_compare(np.array(amounts, dtype=float)) == reason


def test_at_gamma_zero_the_amount_does_not_matter_and_at_one_it_does_in_proportion():
    amounts = np.array([100.0, 150.0])
    assert share_of_strongest(amounts, 0.0, 100, 150).tolist() == [1.0, 1.0]
    assert share_of_strongest(amounts, 1.0, 100, 150) == pytest.approx([2 / 3, 1.0])
    assert share_of_strongest(amounts, -1.0, 100, 150) == pytest.approx([1.0, 2 / 3])


def alternating(small_ratio, large_ratio, seed):
    """Simulate a small and a large infusion in turn, four weeks apart, each with its effect."""
    late = np.random.default_rng(seed).integers(-5, 6, (2, DAYS // 56))
    small_days, large_days = np.array([[10], [38]]) + 56 * np.arange(DAYS // 56) + late
    small = replace(INFUSION, rate_ratio=small_ratio, amount=SMALL, timing=on_days(small_days))
    large = replace(INFUSION, rate_ratio=large_ratio, amount=LARGE, timing=on_days(large_days))
    pulses = (small, replace(large, treatment="gon_block"))
    scenario = replace(SCENARIOS["chronic_by_indication"], days=DAYS, pulses=pulses)
    made = simulate(scenario, np.random.default_rng(seed)).diary
    return replace(made, doses=tuple(replace(each, treatment=KEY) for each in made.doses))


def on_days(days):
    return OnDays(tuple(days.tolist()))


def compared(record):
    fitted = fit_diary(record, 0, Method.IMPORTANCE)
    return by_amount(fitted.arrays, fitted.posterior)


def by_amount(arrays, posterior=None):
    return by_dose_amount(np.random.default_rng(1), arrays, posterior)[KEY]


def untold(record):
    """Compare amounts where that ends before the posterior is looked at."""
    return by_amount(arrays_of(record))


def arrays_of(record):
    attacks = distinct_attacks(record).events
    return build_arrays(civil_days(record), given_treatments(record), attacks)


def with_amounts(record, amount_of):
    doses = tuple(replace(each, amount=amount_of(each.amount)) for each in record.doses)
    return replace(record, doses=doses)


@pytest.fixture(scope="module")
def twice_does_twice():
    return [alternating(0.6, 0.36, seed) for seed in (11, 12, 13)]


def held(interval, truth):
    return interval.low <= truth <= interval.high


def test_that_twice_the_amount_does_twice_as_much_is_found(twice_does_twice):
    found = [compared(each) for each in twice_does_twice]
    assert [[a.amount for a in each.amounts] for each in found] == [[SMALL, LARGE]] * 3
    assert all(each.probability_larger_prevents_more > 0.9 for each in found)
    intervals = [a.reduction for each in found for a in each.amounts]
    truths = [0.4, 0.64] * 3
    assert sum(map(held, intervals, truths)) >= 5


def test_amounts_written_the_wrong_way_round_are_found_the_wrong_way_round(twice_does_twice):
    swapped = with_amounts(twice_does_twice[0], lambda amount: SMALL + LARGE - amount)
    assert compared(swapped).probability_larger_prevents_more < 0.1


def test_amounts_that_do_the_same_are_not_told_apart():
    found = [compared(alternating(0.45, 0.45, seed)) for seed in (21, 22, 23)]
    assert all(each.verdict is not Verdict.STRONG for each in found)
    both = [(each.amounts[0].reduction, each.amounts[1].reduction) for each in found]
    assert all(small.low < large.high and large.low < small.high for small, large in both)


def test_one_amount_throughout_cannot_tell(twice_does_twice):
    found = untold(with_amounts(twice_does_twice[0], lambda _: 1.0))
    assert (found.verdict, found.because, found.amounts) == (
        Verdict.CANNOT_TELL,
        (AMOUNTS_ALIKE,),
        (),
    )


def test_no_amount_at_all_cannot_tell(twice_does_twice):
    found = untold(with_amounts(twice_does_twice[0], lambda _: None))
    assert (found.verdict, found.because) == (Verdict.CANNOT_TELL, (NO_AMOUNTS,))


def test_units_that_do_not_convert_cannot_tell(twice_does_twice):
    record = twice_does_twice[0]
    first, *others = record.doses
    found = untold(replace(record, doses=(replace(first, unit="mL"), *others)))
    assert found.because == (reasons.UNIT_NOT_CONVERTED,)


def test_a_treatment_without_effect_says_nothing_of_its_amounts():
    found = compared(alternating(1.0, 1.0, seed=31))
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.because == (reasons.POSTERIOR_LIKE_PRIOR,)


def test_every_triple_is_given_to_the_session_it_belongs_to(twice_does_twice):
    record = twice_does_twice[0]
    arrays = arrays_of(record)
    (pulse,) = arrays.pulses
    session = session_of_triple(arrays, pulse)
    for number, each in enumerate(record.doses):
        slot = pulse.slot[session == number]
        days = np.exp(pulse.log_u[session == number])
        assert (np.diff(slot) == 1).all()
        assert (np.diff(days) > 0).all()
        assert arrays.days[arrays.slots.day[slot[0]]].on == each.given_at.on


def test_a_share_of_every_dose_alike_changes_nothing(twice_does_twice):
    problem = arrays_of(twice_does_twice[0]).problem
    alike = Amounts(0, np.full(problem.pulses.rise.size, 2.0))
    np.testing.assert_array_equal(alike.applied(problem, 1.0).pulses.rise, problem.pulses.rise)
