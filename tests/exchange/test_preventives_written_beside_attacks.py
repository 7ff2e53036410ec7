"""Exposure that was written down on attack days only would make every preventive look harmful."""

from datetime import date

import pytest

from surcease.diary import DiaryError, Regimen
from surcease.exchange import read_taken_daily
from surcease.exchange.questions import questions

LOG = (
    "Date,Time,Pain,Medication,Preventive\n"
    "2019-03-04,08:00,7,Oxygen,Verapamil 240 mg\n"
    "2019-03-09,08:00,7,Prednisone 60 mg + Oxygen,Verapamil 240 mg\n"
)


def test_a_preventive_beside_an_attack_is_no_dose(import_table):
    diary = import_table(LOG).diary
    assert {dose.treatment for dose in diary.doses} == {"oxygen"}
    assert diary.regimens == ()


def test_it_stays_with_its_attack(import_table):
    assert dict(import_table(LOG).diary.attacks[0].extra)["Preventive"] == "Verapamil 240 mg"


def test_the_user_is_told_how_to_say_that_it_was_taken_daily(import_table):
    notice = next(each for each in questions(import_table(LOG).preview) if "verapamil" in each)
    assert "on 2 attack rows" in notice
    assert '--taken-daily "verapamil 240 mg from 2019-03-04 to 2019-03-09"' in notice


def test_one_that_is_given_now_and_then_is_not_said_to_be_taken_daily(import_table):
    log = LOG.replace("Verapamil 240 mg", "Botox")
    (notice,) = (each for each in questions(import_table(log).preview) if "botulinum" in each)
    assert "table of doses" in notice
    assert "--taken-daily" not in notice


def test_a_single_date_is_said_once(import_table):
    first_row = "".join(LOG.splitlines(keepends=True)[:2])
    assert "1 attack row, 2019-03-04. What" in next(questions(import_table(first_row).preview))


def test_a_daily_treatment_among_the_abortives_is_told_of_too(import_table):
    assert any("prednisone 60 mg" in notice for notice in questions(import_table(LOG).preview))


def test_what_was_taken_daily_becomes_a_regimen_and_the_notice_goes(import_table):
    regimen = read_taken_daily("verapamil 240 mg from 2019-03-01 to 2019-06-30")
    imported = import_table(LOG, taken_daily=(regimen,))
    assert imported.diary.regimens == (
        Regimen("verapamil", 240, "mg", date(2019, 3, 1), date(2019, 6, 30)),
    )
    assert not any("verapamil" in notice for notice in questions(imported.preview))


@pytest.mark.parametrize(
    ("text", "amount", "to_on"),
    [
        ("Verap 240 from 2019-01-01", 240, None),
        ("verapamil 80 mg x 3 from 2019-01-01 to 2019-01-31", 240, date(2019, 1, 31)),
    ],
)
def test_daily_amounts_are_read_as_people_write_them(text, amount, to_on):
    regimen = read_taken_daily(text)
    assert regimen == Regimen("verapamil", amount, "mg", date(2019, 1, 1), to_on)


@pytest.mark.parametrize(
    "text",
    [
        "verapamil 240 mg",
        "verapamil from 2019-01-01",
        "verapamil 240 mg and lithium 400 mg from 2019-01-01",
        "verapamil 240 mg from yesterday",
        "verapamil 240 mg from 2019-02-01 to 2019-01-01",
    ],
)
def test_a_sentence_that_leaves_something_open_is_refused(text):
    with pytest.raises(DiaryError):
        read_taken_daily(text)
