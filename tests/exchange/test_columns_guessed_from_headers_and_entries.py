import pytest

from surcease.diary import DiaryError
from surcease.exchange import Field, RowsAre


def test_a_plain_log_is_understood(import_table):
    (mapping,) = import_table(
        "Date,Start,End,Pain (0-10),Side,Medication,Preventive,Symptoms,Triggers,Comments,Weather\n"
        "2019-03-04,08:00,09:00,7,left,Oxygen,Verapamil,tears,alcohol,bad,rain\n"
    ).choices.tables
    assert mapping.rows is RowsAre.ATTACKS
    assert {str(field): column for field, column in mapping.columns.items()} == {
        "start": "Date",
        "time": "Start",
        "end": "End",
        "intensity": "Pain (0-10)",
        "side": "Side",
        "abortive": "Medication",
        "preventive": "Preventive",
        "symptoms": "Symptoms",
        "triggers": "Triggers",
        "notes": "Comments",
    }


@pytest.mark.parametrize(
    "header",
    [
        "Dato,Klokkeslæt,Varighed,Smertestyrke",
        "Dato,Kl.,Varighed,How bad (0-10)",
        "Datum,Uhrzeit,Dauer,Schmerzstärke",
        "Jour,Heure,Durée,Intensité",
        "Fecha,Hora,Duración,Dolor",
        "Datum,Tijd,Duur,Pijn",
        "date of attack,time of day,duration (min),highest pain level",
        "DATE,TIME,Duratoin,Intensty",
    ],
)
def test_headers_in_other_words_are_understood(import_table, header):
    (attack,) = import_table(f"{header}\n2019-03-04,08:00,45,7\n").diary.attacks
    assert (attack.duration_min, attack.intensity) == (45, 7)


def test_where_date_and_time_stand_together_the_end_may_too(import_table):
    (attack,) = import_table(
        "Started,Ended\n2019-03-04 23:30,2019-03-05 00:15\n",
    ).diary.attacks
    assert attack.duration_min == 45


def test_end_date_and_end_time_go_together(import_table):
    (attack,) = import_table(
        "Date,Time,End date,End time\n2019-03-04,23:30,2019-03-05,00:15\n"
    ).diary.attacks
    assert attack.duration_min == 45


def test_a_column_of_both_date_and_time_goes_before_one_of_dates(import_table):
    (attack,) = import_table(
        "Date,Start,Pain\n2019-03-04,2019-03-04 08:15,7\n",
    ).diary.attacks
    assert attack.started_at.local.hour == 8
    assert attack.extra == (("Date", "2019-03-04"),)


def test_hours_in_the_header_count_hours(import_table):
    (attack,) = import_table("Date,Time,Duration (hours)\n2019-03-04,08:00,1.5\n").diary.attacks
    assert attack.duration_min == 90


def test_titles_above_the_header_are_refused_by_line(import_table):
    imported = import_table("My diary\n\nDate,Time,Pain\n2019-03-04,08:00,7\n")
    (refused,) = imported.preview.refused
    assert (refused.line, refused.reason) == (1, "it stands above the column names")
    assert len(imported.diary.attacks) == 1


def test_an_abortive_has_the_time_it_was_taken_where_one_is_written(import_table):
    diary = import_table(
        "Date,Time,Pain,Medication,Medication time\n2019-03-04,23:50,7,Oxygen,00:05\n"
    ).diary
    assert diary.doses[0].given_at.local.isoformat() == "2019-03-05T00:05:00+01:00"


def test_the_dose_column_of_a_log_of_attacks_belongs_to_the_medication(import_table):
    diary = import_table(
        "Date,Time,Pain,Medication,Dose\n2019-03-04,08:00,7,Sumatriptan tablet,50 mg\n"
    ).diary
    assert (diary.doses[0].amount, diary.doses[0].unit) == (50, "mg")


def test_unknown_columns_are_kept_under_their_own_names(import_table):
    (attack,) = import_table(
        "Date,Time,Pain,Weather,,notes to self,Weather\n2019-03-04,08:00,7,rain,x,,sun,more\n"
    ).diary.attacks
    assert dict(attack.extra) == {
        "Weather": "rain",
        "column 5": "x",
        "Weather (column 7)": "sun",
        "column 8": "more",
    }


def test_a_table_without_dates_is_refused(import_table):
    with pytest.raises(DiaryError, match="not recognised as a diary"):
        import_table("name,colour\nx,blue\n")


def test_dates_nobody_named_are_still_found(import_table):
    (mapping,) = import_table("wann es kam,wie schlimm\n2019-03-04 08:00,sehr\n").choices.tables
    assert mapping.columns[Field.START] == "wann es kam"
