from datetime import date, timedelta

import numpy as np
import pytest

from strategies.entries import diary, dose
from surcease.diary import Day, DayState, DiaryError, Regimen
from surcease.effects import reasons
from surcease.effects.exposed import expose_daily, expose_pulse, join_pulses, smooth
from surcease.effects.given import given_treatments
from surcease.effects.slots import cut_days
from surcease.formulary import Action

START = date(2024, 1, 1)


def only(record):
    (given,) = given_treatments(record)
    return given


def infusion(text):
    return dose(text, "magnesium_sulfate_iv")


def verapamil(amount, from_on, to_on=None, unit="mg", name="verapamil"):
    return Regimen(name, amount, unit, from_on, to_on)


def whole_days(number):
    days = [
        Day(START + timedelta(days=each), DayState.UNKNOWN, None, 0, 1.0) for each in range(number)
    ]
    return cut_days(days, {}, ())


def test_a_dose_at_noon_acts_on_half_of_its_day():
    pulse = expose_pulse(only(diary(doses=(infusion("2024-01-03T12:00"),))), START, whole_days(10))
    assert pulse.slot[:2].tolist() == [2, 3]
    assert np.exp(pulse.log_u[:2]) == pytest.approx([0.25, 1.0])
    assert pulse.rise[:2] == pytest.approx([0.5, 1.0], abs=1e-6)


def test_a_dose_before_the_first_day_still_acts_on_it():
    pulse = expose_pulse(only(diary(doses=(infusion("2023-12-30T00:00"),))), START, whole_days(3))
    assert pulse.slot.tolist() == [0, 1, 2]
    assert np.exp(pulse.log_u) == pytest.approx([2.5, 3.5, 4.5])


def test_a_dose_after_the_last_day_acts_on_none():
    pulse = expose_pulse(only(diary(doses=(infusion("2024-02-01T00:00"),))), START, whole_days(3))
    assert pulse.slot.size == 0


def test_sites_of_one_session_are_one_dose():
    sites = [
        dose("2024-01-02T09:00", "Botox", amount=25.0, unit="U", site=site)
        for site in ("forehead", "temporalis", "occipitalis", "suboccipital")
    ]
    given = only(diary(doses=tuple(sites)))
    assert given.key == "onabotulinumtoxin_a"
    assert given.times == 1
    pulse = expose_pulse(given, START, whole_days(5))
    assert pulse.slot.tolist() == [1, 2, 3, 4]


def test_triples_of_several_treatments_stand_one_after_the_other():
    record = diary(doses=(infusion("2024-01-01T00:00"), dose("2024-01-02T00:00", "Botox")))
    pulses = join_pulses(
        [expose_pulse(each, START, whole_days(4)) for each in given_treatments(record)]
    )
    assert pulses.first.tolist() == [0, 4, 7]
    assert pulses.slot.tolist() == [0, 1, 2, 3, 1, 2, 3]


def test_a_regimen_rises_to_its_amount_over_the_reference():
    long = expose_daily(only(diary(regimens=(verapamil(720, START),))), START, 400)
    assert long.amounts.tolist() == [720.0] * 400
    assert long.reference == 360.0
    assert 0.0 == long.exposure[0] < long.exposure[1] < 0.5
    assert long.exposure[-1] == pytest.approx(2.0)


def test_a_change_of_amount_does_not_rewrite_the_past():
    steps = (
        verapamil(240, START, START + timedelta(days=9)),
        verapamil(480, START + timedelta(days=10)),
    )
    exposed = expose_daily(only(diary(regimens=steps)), START, 20)
    assert exposed.amounts.tolist() == [240.0] * 10 + [480.0] * 10
    assert (np.diff(exposed.exposure) > 0).all()


def test_a_regimen_that_began_before_the_diary_is_at_full_effect_on_its_first_day():
    early = verapamil(360, START - timedelta(days=200))
    exposed = expose_daily(only(diary(regimens=(early,))), START, 5)
    np.testing.assert_allclose(exposed.exposure, 1.0, rtol=1e-6)


def test_tablets_logged_one_by_one_are_added_up_by_day():
    tablets = tuple(
        dose(f"2024-01-0{day}T{hour:02d}:00", "verapamil", amount=120.0, unit="mg")
        for day in (1, 2)
        for hour in (8, 14, 20)
    )
    exposed = expose_daily(only(diary(doses=tablets)), START, 3)
    assert exposed.amounts.tolist() == [360.0, 360.0, 0.0]


def test_grams_and_milligrams_are_one_amount():
    exposed = expose_daily(only(diary(regimens=(verapamil(0.36, START, unit="g"),))), START, 2)
    assert exposed.amounts.tolist() == [360.0, 360.0]


def test_units_that_cannot_be_converted_are_refused():
    with pytest.raises(DiaryError):
        expose_daily(only(diary(regimens=(verapamil(3, START, unit="puffs"),))), START, 2)


def test_a_treatment_without_a_reference_is_brought_to_the_diarys_own_unit():
    steps = (
        verapamil(900, START, START + timedelta(days=1), name="gabapentin"),
        verapamil(0.9, START + timedelta(days=2), unit="g", name="gabapentin"),
    )
    exposed = expose_daily(only(diary(regimens=steps)), START, 4)
    assert exposed.amounts == pytest.approx([900.0] * 4)
    assert exposed.unit == "mg"


def test_tablets_act_from_the_next_day_on():
    tablet = dose("2024-01-03T08:00", "verapamil", amount=360.0, unit="mg")
    exposed = expose_daily(only(diary(doses=(tablet,))), START, 5)
    assert (exposed.exposure[:3] == 0.0).all()
    assert exposed.exposure[3] > 0.0


def test_a_regimen_and_its_own_tablets_are_not_added_up():
    tablets = tuple(
        dose(f"2024-01-0{day}T08:00", "verapamil", amount=360.0, unit="mg") for day in (1, 2)
    )
    record = diary(doses=tablets, regimens=(verapamil(360, START),))
    assert expose_daily(only(record), START, 3).amounts.tolist() == [360.0] * 3


def test_rescue_doses_are_no_part_of_an_acute_treatments_regimen():
    rescue = tuple(dose(f"2024-01-0{day}T08:00", amount=6.0, unit="mg") for day in range(1, 6))
    short = Regimen("sumatriptan_sc", 6, "mg", START, START + timedelta(days=1))
    exposed = expose_daily(only(diary(doses=rescue, regimens=(short,))), START, 5)
    assert exposed.amounts.tolist() == [6.0, 6.0, 0.0, 0.0, 0.0]


def test_sessions_stay_sessions_beside_a_regimen_row():
    row = Regimen("Botox", 1, "U", START, START)
    given = only(diary(doses=(dose("2024-01-02T09:00", "Botox"),), regimens=(row,)))
    assert given.action is Action.PULSE


def test_a_dose_of_nothing_was_not_given():
    assert given_treatments(diary(doses=(dose("2024-01-02T09:00", "Botox", amount=0.0),))) == ()


def test_a_tablet_without_a_strength_counts_as_the_diarys_usual_one():
    written = [
        dose(f"2024-01-0{day}T08:00", "gabapentin", amount=900.0, unit="mg") for day in (1, 3)
    ]
    blank = dose("2024-01-02T08:00", "gabapentin")
    exposed = expose_daily(only(diary(doses=(*written, blank))), START, 3)
    assert exposed.amounts.tolist() == [900.0] * 3
    assert exposed.notes == (reasons.AMOUNT_NOT_RECORDED,)


def test_without_any_strength_a_tablet_counts_as_the_reference_and_that_is_said():
    exposed = expose_daily(only(diary(doses=(dose("2024-01-01T08:00", "verapamil"),))), START, 1)
    assert exposed.amounts.tolist() == [360.0]
    assert exposed.notes == (reasons.AMOUNT_NOT_RECORDED,)


def test_a_treatment_of_ones_own_is_measured_against_its_largest_amount():
    own = verapamil(4, START, unit="drops", name="grandmother's drops")
    exposed = expose_daily(only(diary(regimens=(own,))), START, 400)
    assert (exposed.reference, exposed.unit) == (4.0, "drops")
    assert exposed.exposure[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("lag", [0.5, 3.0, 40.0])
def test_smoothing_is_first_order(lag):
    response = smooth(np.ones(400), lag)
    days = np.arange(400)
    np.testing.assert_allclose(response, 1 - np.exp(-days / lag), rtol=1e-9, atol=1e-12)
