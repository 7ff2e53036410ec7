from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook

from surcease.exchange import Choices, open_source

AT_EIGHT = datetime(2019, 3, 4, 8, 0)  # noqa: DTZ001  a cell has no zone


@pytest.fixture
def import_rows(tmp_path):
    def imported(*rows):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "log.xlsx")
        return open_source([tmp_path / "log.xlsx"], Choices(zone="Europe/Copenhagen")).diary

    return imported


def test_dates_times_and_durations_come_typed(import_rows):
    (attack,) = import_rows(
        ("Date", "Time", "Duration", "Pain"),
        (date(2019, 3, 4), time(8, 15), timedelta(minutes=80), 7.0),
    ).attacks
    assert attack.started_at.local.isoformat() == "2019-03-04T08:15:00+01:00"
    assert (attack.duration_min, attack.intensity) == (80, 7)


def test_a_bare_date_among_instants_is_midnight(import_rows):
    first, second = import_rows(
        ("Start", "End"),
        (AT_EIGHT, AT_EIGHT + timedelta(hours=1)),
        (date(2019, 3, 5), datetime(2019, 3, 5, 0, 30)),  # noqa: DTZ001
    ).attacks
    assert (first.duration_min, second.duration_min) == (60, 30)


def test_lines_are_counted_as_the_spreadsheet_shows_them(tmp_path):
    book = Workbook()
    for row in (("Date", "Pain"), (AT_EIGHT, 7), (None, None), ("see above", 7)):
        book.active.append(row)
    book.save(tmp_path / "log.xlsx")
    (refused,) = open_source([tmp_path / "log.xlsx"], Choices(zone="UTC")).preview.refused
    assert (refused.table, refused.line) == ("log.xlsx, sheet Sheet", 4)


def test_sheets_of_attacks_and_of_doses_make_one_diary(tmp_path):
    book = Workbook()
    for row in (("Start", "Pain"), (AT_EIGHT, 7)):
        book.active.append(row)
    doses = book.create_sheet("Medicine")
    for row in (("Date", "Treatment"), (AT_EIGHT, "Oxygen")):
        doses.append(row)
    book.save(tmp_path / "log.xlsx")
    diary = open_source([tmp_path / "log.xlsx"], Choices(zone="UTC")).diary
    assert (len(diary.attacks), len(diary.doses)) == (1, 1)
