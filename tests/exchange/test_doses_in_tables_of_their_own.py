from surcease.exchange import RowsAre


def test_a_table_of_doses_is_told_from_one_of_attacks(import_table):
    imported = import_table(
        "When\tDrug\tDose\tUnit\tWhere\n"
        "2019-03-01\tBotox\t155\tunits\tforehead\n"
        "2019-03-05 12:30\tMagnesium sulfate iv\t2\tg\t\n",
        name="doses.tsv",
    )
    assert imported.choices.tables[0].rows is RowsAre.DOSES
    botox, magnesium = imported.diary.doses
    assert (botox.treatment, botox.amount, botox.unit, botox.site) == (
        "onabotulinumtoxin_a",
        155,
        "U",
        "forehead",
    )
    assert (magnesium.treatment, magnesium.given_at.local.hour) == ("magnesium_sulfate_iv", 12)


def test_a_dose_without_a_time_stands_at_noon_and_that_is_told(import_table):
    imported = import_table("Date,Treatment\n2019-03-01,Botox\n")
    assert imported.diary.doses[0].given_at.local.hour == 12
    assert "Doses without a time of day: 1. They stand at 12:00." in imported.preview.notices


def test_an_amount_written_with_its_unit_is_taken_apart(import_table):
    (dose,) = import_table("Date,Treatment,Dose\n2019-03-01 8:00,Verapamil,240 mg\n").diary.doses
    assert (dose.treatment, dose.amount, dose.unit) == ("verapamil", 240, "mg")


def test_a_preventive_with_a_row_of_its_own_is_a_dose(import_table):
    (dose,) = import_table("Date,Preventive,Dose\n2019-03-01 8:00,Verapamil,240 mg\n").diary.doses
    assert dose.treatment == "verapamil"


def test_a_treatment_taken_several_times_is_one_dose_of_it_all(import_table):
    (dose,) = import_table("Date,Treatment\n2019-03-01 8:00,Verapamil 80 mg x 3\n").diary.doses
    assert (dose.amount, dose.unit) == (240, "mg")


def test_a_treatment_named_twice_is_one_dose_of_both(import_table):
    diary = import_table("Date,Treatment\n2019-03-01 8:00,Imigran 6 mg + Imigran 6 mg\n").diary
    assert [dose.amount for dose in diary.doses] == [12]


def test_an_unknown_treatment_keeps_its_name(import_table):
    imported = import_table("Date,Treatment\n2019-03-01 8:00,Grandma's tea\n")
    assert imported.diary.doses[0].treatment == "Grandma's tea"
    assert imported.preview.treatments[0].key is None


def test_what_a_patients_own_name_stands_for_can_be_said(import_table):
    imported = import_table(
        "Date,Treatment\n2019-03-01 8:00,Big Bertha 12 L/min\n", treatments={"big bertha": "O2"}
    )
    assert imported.diary.doses[0].treatment == "oxygen"
    assert imported.preview.treatments[0].key == "oxygen"


def test_one_amount_for_several_treatments_is_refused(import_table):
    (refused,) = import_table(
        "Date,Treatment,Dose,Unit\n2019-03-01 8:00,Oxygen + Sumatriptan,12,mg\n"
    ).preview.refused
    assert refused.reason == "it gives one amount for several treatments"
