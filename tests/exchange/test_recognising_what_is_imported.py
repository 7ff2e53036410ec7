from zipfile import ZipFile

import pytest

from surcease.diary import Attack, Diary, DiaryError, Moment, write_diary
from surcease.exchange import Choices, ZoneMissing, is_ours, open_source, read_any

OURS = Diary(
    zone="Europe/Copenhagen",
    attacks=(Attack(Moment.parse("2019-03-04T08:00", "Europe/Copenhagen")),),
)


@pytest.mark.parametrize("name", ["diary", "diary.zip"])
def test_our_own_diary_is_read_whole_and_needs_no_zone(tmp_path, name):
    write_diary(OURS, tmp_path / name)
    imported = read_any([tmp_path / name])
    assert imported.diary == OURS
    assert imported.format_name == "Surcease diary"
    assert [(table.name, table.read) for table in imported.preview.tables] == [("attacks", 1)]


def test_another_apps_times_need_a_zone(data):
    with pytest.raises(ZoneMissing, match="--zone Europe/Copenhagen"):
        read_any([data / "migraine-buddy-export.csv"])


def test_a_zone_that_is_none_is_refused(data):
    with pytest.raises(DiaryError, match="IANA"):
        read_any([data / "migraine-buddy-export.csv"], "Denmark time")


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("migraine-buddy-export.csv", "Migraine Buddy"),
        ("cluster-headache-tracker-attacks.csv", "Cluster Headache Tracker"),
    ],
)
def test_an_export_is_told_by_content_and_not_by_name(data, tmp_path, name, format_name):
    renamed = tmp_path / "something.dat"
    renamed.write_bytes((data / name).read_bytes())
    assert read_any([renamed], "UTC").format_name == format_name


def test_what_is_nothing_known_is_told_what_was_looked_for(tmp_path):
    (tmp_path / "poem.txt").write_text("Roses are red\n")
    with pytest.raises(DiaryError, match=r"(?s)Surcease diary.*Migraine Buddy.*My Headache Log"):
        read_any([tmp_path / "poem.txt"], "UTC")


@pytest.mark.parametrize("text", ["", "\n\n", " ; ;\n"])
def test_an_empty_file_is_called_empty(tmp_path, text):
    (tmp_path / "diary.csv").write_text(text)
    with pytest.raises(DiaryError, match="empty"):
        read_any([tmp_path / "diary.csv"], "UTC")


def test_of_a_zip_file_that_is_no_diary_it_is_said_what_to_do(data, tmp_path):
    with ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.write(data / "migraine-buddy-export.csv")
    with pytest.raises(DiaryError, match=r"export\.zip is not a workbook.*unpack"):
        read_any([tmp_path / "export.zip"], "UTC")


def test_a_folder_without_tables_is_refused(tmp_path):
    with pytest.raises(DiaryError, match="holds neither"):
        read_any([tmp_path], "UTC")


def test_a_path_that_is_not_there_is_refused(tmp_path):
    assert not is_ours(tmp_path / "nothing")
    with pytest.raises(DiaryError, match="does not exist"):
        read_any([tmp_path / "nothing"], "UTC")


def test_a_file_beside_an_export_is_left_alone_and_told(data, tmp_path):
    for name in ("cluster-headache-tracker-attacks.csv", "shopping.csv"):
        (tmp_path / name).write_bytes((data / "cluster-headache-tracker-attacks.csv").read_bytes())
    (tmp_path / "shopping.csv").write_text("milk,2\nbread,1\n")
    (notice,) = open_source([tmp_path], Choices(zone="UTC")).preview.notices
    assert notice.startswith("shopping.csv holds nothing")


def test_coverage_is_nobodys_unless_it_is_said(data):
    assert read_any([data / "migraine-buddy-export.csv"], "UTC").diary.coverage == ()
