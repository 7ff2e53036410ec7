from datetime import date

from strategies.entries import diary, dose
from surcease.diary import Regimen
from surcease.effects.given import given_treatments
from surcease.effects.together import given_together
from surcease.formulary import Action

TODAY = date(2024, 6, 1)


def keys(record):
    return [each.key for each in given_treatments(record)]


def test_brand_names_and_keys_are_one_treatment():
    record = diary(
        doses=(
            dose("2024-01-01T08:00", "Imigran inj"),
            dose("2024-01-02T08:00", "sumatriptan_sc"),
            dose("2024-01-03T08:00", "Imitrex injection"),
        )
    )
    (given,) = given_treatments(record)
    assert (given.key, given.times, given.role) == ("sumatriptan_sc", 3, "acute")


def test_a_name_that_the_formulary_does_not_know_stays_as_it_is():
    (given,) = given_treatments(diary(doses=(dose("2024-01-01T08:00", " Moon tea "),)))
    assert (given.key, given.known, given.role) == ("Moon tea", None, "unknown")
    assert given.action is Action.NONE


def test_a_regimen_of_ones_own_is_a_preventive():
    own = Regimen("Moon tea", 2, "cups", date(2024, 1, 1), None)
    (given,) = given_treatments(diary(regimens=(own,)))
    assert (given.role, given.action) == ("preventive", Action.DAILY)
    assert given.span(TODAY) == (date(2024, 1, 1), TODAY)


def test_doses_and_regimens_of_one_treatment_belong_together():
    record = diary(
        doses=(dose("2024-02-01T08:00", "verap 240"),),
        regimens=(Regimen("Verapamil", 240, "mg", date(2024, 1, 1), date(2024, 1, 20)),),
    )
    (given,) = given_treatments(record)
    assert given.span(TODAY) == (date(2024, 1, 1), date(2024, 2, 1))


def test_a_row_written_twice_is_one_dose():
    twice = dose("2024-01-01T08:00", "magnesium_sulfate_iv", amount=1.0, unit="g")
    (given,) = given_treatments(diary(doses=(twice, twice)))
    assert (given.times, len(given.doses)) == (1, 1)


def test_a_diary_without_treatments_has_none():
    assert keys(diary()) == []


def test_treatments_given_at_the_same_visits_move_together():
    visits = [f"2024-0{month}-05T10:00" for month in range(1, 7)]
    both = [dose(at, name) for at in visits for name in ("magnesium_sulfate_iv", "gon_block")]
    treatments = given_treatments(diary(doses=tuple(both)))
    assert given_together(treatments).tolist() == [[False, True], [True, False]]


def test_one_shared_visit_in_three_is_not_together():
    infusions = [dose(f"2024-0{month}-05T10:00", "magnesium_sulfate_iv") for month in range(1, 7)]
    blocks = [dose(f"2024-0{month}-05T10:00", "gon_block") for month in (1, 4)]
    treatments = given_treatments(diary(doses=(*infusions, *blocks)))
    assert not given_together(treatments).any()
