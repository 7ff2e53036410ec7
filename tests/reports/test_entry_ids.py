from dataclasses import replace

from tests.strategies.entries import attack, diary, dose

from surcease.reports.choices import ReportChoices
from surcease.reports.chosen import chosen_diary
from surcease.reports.entries import EntryIds

DOSES = tuple(dose(f"2024-03-{day:02}T08:00") for day in (1, 2, 3, 5, 8))


def test_an_id_is_the_row_of_the_table():
    ids = EntryIds.of(diary(attack("2024-03-01T07:00"), doses=DOSES))
    assert ids.one(DOSES[3]) == "D4"
    assert ids.one(attack("2024-03-01T07:00")) == "A1"


def test_runs_of_rows_are_short():
    ids = EntryIds.of(diary(doses=DOSES))
    assert ids.of_all(DOSES) == "D1 to D5"
    assert ids.of_all(DOSES[::2]) == "D1, D3, D5"
    assert ids.of_all(()) == ""


def test_many_runs_are_counted():
    many = tuple(dose(f"2024-04-{day:02}T08:00") for day in range(1, 29))
    ids = EntryIds.of(diary(doses=many))
    assert ids.in_short(many[::2]) == "D1, D3, D5, D7, D9, D11, … (14 rows)"


def test_an_id_stays_when_less_is_shown():
    whole = diary(doses=(dose("2024-03-01T09:00", "oxygen"), *DOSES))
    shown = chosen_diary(whole, ReportChoices(without_treatments=frozenset({"O2"})))
    ids = EntryIds.of(whole)
    assert ids.of_all(shown.doses) == "D2 to D6"


def test_rows_that_are_equal_share_the_first_ones_id():
    ids = EntryIds.of(diary(doses=(*DOSES, replace(DOSES[1]))))
    assert ids.one(DOSES[1]) == "D2"
