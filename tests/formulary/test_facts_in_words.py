from datetime import date

import pytest

from surcease.formulary import treatments
from surcease.formulary.wording import acts_in_words, fact_in_words, unit_in_words, usual_in_words

KNOWN = treatments()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("mg", "mg"),
        ("ug", "µg"),
        ("[IU]/d", "IU/d"),
        ("meq/L", "mEq/L"),
        ("g{MgSO4}", "g MgSO4"),
        ("mg{Mg}/d", "mg Mg/d"),
        ("{stimulation}", "stimulations"),
        ("{session}/d", "sessions/d"),
    ],
)
def test_a_unit_reads_as_people_write_it(code, words):
    assert unit_in_words(code) == words


@pytest.mark.parametrize(
    ("key", "name", "words"),
    [
        ("sumatriptan_sc", "usual_amount", "6 mg"),
        ("sumatriptan_sc", "onset", "5 to 15 min"),
        ("sumatriptan_sc", "duration", "one attack"),
        ("vitamin_d3", "usual_amount", "10000 IU/d"),
    ],
)
def test_a_fact_reads_as_a_phrase(key, name, words):
    assert fact_in_words(KNOWN[key].fact(name, date.max)) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("oxygen", "after 15 min"),
        ("gon_block", "half gone after 21 d"),
        ("verapamil", "while taken, builds over 7 d"),
        ("warfarin", "while taken"),
        ("psilocybin", ""),
        ("sumatriptan", ""),
    ],
)
def test_how_long_a_treatment_acts_is_said_only_where_something_is_known(key, words):
    assert acts_in_words(KNOWN[key], date.max) == words


def test_a_treatment_without_a_usual_amount_says_nothing_of_it():
    assert usual_in_words(KNOWN["warfarin"], date.max) == ""
