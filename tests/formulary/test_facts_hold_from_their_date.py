from datetime import date

from surcease.formulary import ALWAYS, treatments
from surcease.formulary.parse import parsed_facts

GALCANEZUMAB = treatments()["galcanezumab"]


def dose(value, since):
    return {"value": value, "unit": "mg", "source": "emgPI", "tag": "V", "from": since}


def test_a_label_amount_does_not_hold_before_the_approval():
    assert GALCANEZUMAB.fact("usual_amount", date(2019, 5, 31)) is None
    assert GALCANEZUMAB.fact("usual_amount", date(2019, 6, 1)).value == 300


def test_a_fact_without_a_known_beginning_holds_for_the_oldest_diary():
    assert treatments()["verapamil"].fact("lag_prior", date(1970, 1, 1)).from_on == ALWAYS


def test_a_name_that_the_treatment_has_no_fact_for_gives_none():
    assert GALCANEZUMAB.fact("toxic_level", date.max) is None


def test_the_latest_value_that_has_begun_is_the_one_that_holds():
    old, new = parsed_facts("test", [dose(240, "always"), dose(300, date(2020, 1, 1))])
    assert (old.value, old.from_on) == (240, ALWAYS)
    assert (new.value, new.from_on) == (300, date(2020, 1, 1))
