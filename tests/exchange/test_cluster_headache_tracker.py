import pytest

from surcease.diary import DiaryError, Kind
from surcease.exchange import Choices, open_source

ATTACKS = "cluster-headache-tracker-attacks.csv"
DOSES = "cluster-headache-tracker-doses.csv"


@pytest.fixture
def imported(data):
    def of(*names):
        return open_source([data / name for name in names], Choices(zone="Europe/Copenhagen"))

    return of


def test_attacks_keep_times_intensity_and_notes(imported):
    first, *_ = imported(ATTACKS).diary.attacks
    assert first.started_at.local.isoformat() == "2024-03-01T08:00:00+01:00"
    assert (first.duration_min, first.intensity, first.kind) == (150, 7, Kind.ATTACK)
    assert first.notes == "Morning attack"
    assert ("triggers", "Lack of sleep") in first.extra


def test_an_attack_over_midnight_keeps_its_end(imported):
    assert imported(ATTACKS).diary.attacks[1].duration_min == 135


def test_without_a_dose_file_the_medication_text_becomes_doses(imported):
    doses = imported(ATTACKS).diary.doses
    assert [dose.treatment for dose in doses] == ["sumatriptan", "oxygen", "sumatriptan", "oxygen"]


def test_with_a_dose_file_no_dose_counts_twice(imported):
    diary = imported(ATTACKS, DOSES).diary
    assert [dose.treatment for dose in diary.doses] == [
        "sumatriptan",
        "verapamil",
        "oxygen",
        "oxygen",
    ]


def test_a_folder_with_both_files_reads_as_both_paths_do(imported, data, tmp_path):
    for name in (ATTACKS, DOSES):
        (tmp_path / name).write_bytes((data / name).read_bytes())
    of_folder = open_source([tmp_path], Choices(zone="Europe/Copenhagen"))
    assert of_folder.diary == imported(ATTACKS, DOSES).diary


def test_the_dose_file_alone_gives_doses(imported):
    diary = imported(DOSES).diary
    assert (len(diary.attacks), len(diary.doses)) == (0, 4)


def test_oxygen_keeps_its_flow_and_minutes(imported):
    oxygen = next(dose for dose in imported(DOSES).diary.doses if dose.treatment == "oxygen")
    assert (oxygen.amount, oxygen.unit) == (12, "L/min")
    assert ("duration_minutes", "15") in oxygen.extra


def test_how_well_a_dose_worked_is_kept(imported):
    dose, *_ = imported(DOSES).diary.doses
    assert (
        dict(dose.extra).items()
        >= {
            "kind": "abortive",
            "effectiveness": "helped",
            "minutes_to_relief": "12",
            "attack_start_time": "2024-03-01 08:00:00",
        }.items()
    )


def test_a_preventive_tablet_stays_a_dose(imported):
    verapamil = next(dose for dose in imported(DOSES).diary.doses if dose.treatment == "verapamil")
    assert (verapamil.amount, verapamil.unit) == (240, "mg")


def test_a_treatment_missing_from_the_dose_file_is_told(imported):
    assert "not all in the dose file: 1" in " ".join(imported(ATTACKS, DOSES).preview.notices)


def test_a_column_of_a_newer_version_is_kept(import_table):
    diary = import_table(
        "start_time,end_time,intensity,medication,triggers,notes,barometric_pressure\n"
        "2024-03-01 08:00:00,,7,,,,1013.2\n"
    ).diary
    assert diary.attacks[0].extra == (("barometric_pressure", "1013.2"),)


def test_oxygen_without_a_name_is_oxygen(import_table):
    diary = import_table("taken_at,medication,kind\n2024-03-01 08:00,,oxygen\n").diary
    assert diary.doses[0].treatment == "oxygen"


def test_dates_changed_by_a_spreadsheet_are_asked_for(import_table):
    with pytest.raises(DiaryError, match="--date-order"):
        import_table("start_time,end_time,intensity,medication\n01/03/2024 08:00,,7,\n")
