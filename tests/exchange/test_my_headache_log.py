from datetime import date, datetime

import pytest
from openpyxl import Workbook

from surcease.exchange import Choices, open_source
from surcease.exchange.questions import questions

ATTACK_NAMES = (
    "Headache Id", "Type", "Start Time", "End Time", "Severity", "Location", "Notes", "Symptoms",
    "Triggers", "Custom1", "Custom2",
)  # fmt: skip
DOSE_NAMES = (
    "Taken For Headache", "Date/Time Taken", "Medication Description", "Number Of Doses",
    "Was Severity Reduced?",
)  # fmt: skip
CLUSTER = "Cluster Headache"


def at(*numbers):
    return datetime(*numbers)  # noqa: DTZ001  a cell has no zone


def attack(number, start, minutes=30, **changed):
    row = dict.fromkeys(ATTACK_NAMES, None)
    row |= {"Headache Id": number, "Type": CLUSTER, "Start Time": start, "Severity": 4}
    row["End Time"] = start.replace(minute=minutes)
    return tuple((row | changed).values())


def dose(number, at, what, count=1, reduced="Yes"):
    return number, at, what, count, reduced


ATTACKS = (
    attack(3, at(2018, 4, 26, 8, 6), Symptoms="Skygger,Smerter, venstre,", Location="Left"),
    attack(2, at(2018, 4, 25, 0, 0), Severity=9, Custom2="null", Triggers="Alkohol,"),
    attack(1, at(2018, 4, 24, 8, 0), Type="Unknown Headache"),
    attack(4, at(2018, 4, 24, 9, 0), Type="Migraine Headache"),
)
DOSES = (
    dose(3, at(2018, 4, 26, 8, 10), "Imigran - 6 mg - Injectable", 2),
    dose(3, at(2018, 4, 26, 8, 12), "ODV - 130L/min - Inhalant/Spray", reduced="No"),
    dose(3, at(2018, 4, 26, 8, 12), "ODV - 130L/min - Inhalant/Spray", reduced="No"),
    dose(2, at(2016, 4, 25, 0, 5), "Energidrik - ,5 liter - Liquid"),
)


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "export.xlsx"
    book = Workbook()
    for row in (ATTACK_NAMES, *ATTACKS):
        book.active.append(row)
    doses = book.create_sheet("Ark2")
    for row in (("--Medications Taken Table--",), DOSE_NAMES, *DOSES):
        doses.append(row)
    book.save(path)
    return path


@pytest.fixture
def imported(export):
    return open_source([export], Choices(zone="Europe/Copenhagen"))


@pytest.fixture
def by_id(imported):
    return {dict(attack.extra)["headache_id"]: attack for attack in imported.diary.attacks}


def test_severity_is_on_the_scale_of_the_diary_already(by_id):
    assert (by_id["3"].intensity, by_id["2"].intensity) == (4, 9)


def test_an_attack_at_midnight_starts_at_midnight(by_id):
    assert by_id["2"].started_at.local.isoformat() == "2018-04-25T00:00:00+02:00"


def test_a_comma_within_a_symptom_does_not_split_it(by_id):
    assert by_id["3"].symptoms == ("Skygger", "Smerter, venstre")


def test_the_location_names_the_side(by_id):
    assert by_id["3"].side == "left"


def test_the_word_null_is_nothing(by_id):
    extra = dict(by_id["2"].extra)
    assert extra == {"headache_id": "2", "triggers": "Alkohol,", "type": CLUSTER}


def test_a_headache_of_unknown_type_counts_and_is_told(by_id, imported):
    assert dict(by_id["1"].extra)["type"] == "Unknown Headache"
    assert any("1 Unknown Headache" in notice for notice in imported.preview.notices)


def test_a_migraine_is_refused_and_told(by_id, imported):
    assert "4" not in by_id
    (refused,) = imported.preview.refused
    assert (refused.line, refused.reason) == (5, "its type is not cluster headache")
    assert any("1 Migraine Headache" in said for said in questions(imported.preview))


def test_a_type_that_was_cluster_headache_in_truth_can_be_counted(export):
    choices = Choices(zone="Europe/Copenhagen", count_types=("migraine headache",))
    assert len(open_source([export], choices).diary.attacks) == 4


def test_medications_become_doses_with_form_and_amount(imported):
    injection = next(d for d in imported.diary.doses if d.treatment == "sumatriptan_sc")
    assert (injection.amount, injection.unit, injection.route) == (12, "mg", "subcutaneous")
    assert dict(injection.extra) == {
        "number_of_doses": "2",
        "severity_reduced": "Yes",
        "taken_for_headache": "3",
        "treatment_as_written": "Imigran - 6 mg - Injectable",
    }


def test_a_dose_dated_far_from_its_attack_is_kept_and_pointed_out(imported):
    (doubt,) = imported.preview.doubts
    assert (doubt.line, doubt.table) == (6, "export.xlsx, sheet Ark2")
    assert imported.diary.doses[0].given_at.on == date(2016, 4, 25)


def test_a_row_written_twice_is_told(imported):
    assert any("Of the doses, 1 say the same" in notice for notice in imported.preview.notices)


def test_every_table_says_how_many_rows_were_read(imported):
    assert [(table.rows, table.read) for table in imported.preview.tables] == [(4, 3), (4, 4)]


def test_both_tables_may_stand_on_one_sheet_of_text(import_table):
    text = "\n".join(
        [
            ",".join(ATTACK_NAMES),
            "1,Cluster Headache,2018-04-26 08:00,2018-04-26 08:30,4,,,,,,",
            "",
            "--Medications Taken Table--",
            ",".join(DOSE_NAMES),
            "1,2018-04-26 08:05,Imigran - 6 mg - Injectable,1,Yes",
        ]
    )
    diary = import_table(text).diary
    assert (len(diary.attacks), len(diary.doses)) == (1, 1)
