import os
from pathlib import Path

import pytest

from strategies.entries import attack, diary, dose
from surcease.diary import DiaryError, read_diary, read_diary_with_notices, write_diary

OLD = diary(attack("2024-03-01T08:00"), doses=(dose("2024-03-01T08:10"),))
NEW = diary(attack("2024-03-02T08:00"))

both_forms = pytest.mark.parametrize("name", ["diary", "diary.zip"])


@both_forms
def test_a_diary_is_replaced_only_on_request(tmp_path, name):
    write_diary(OLD, tmp_path / name)
    with pytest.raises(DiaryError, match="only on request"):
        write_diary(NEW, tmp_path / name)
    assert read_diary(tmp_path / name) == OLD
    write_diary(NEW, tmp_path / name, replace=True)
    assert read_diary(tmp_path / name) == NEW
    assert [each.name for each in tmp_path.iterdir()] == [name]


@both_forms
@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("form", ["file", "folder"])
def test_what_is_not_a_diary_is_never_replaced(tmp_path, name, replace, form):
    place = tmp_path / name
    mine = place
    if form == "folder":
        place.mkdir()
        mine = place / "thesis.txt"
    mine.write_text("years of work")
    with pytest.raises(DiaryError, match="something else than a diary"):
        write_diary(NEW, place, replace=replace)
    assert mine.read_text() == "years of work"


def test_a_zip_is_not_replaced_by_a_folder_nor_a_folder_by_a_zip(tmp_path):
    write_diary(OLD, tmp_path / "a.zip")
    (tmp_path / "a.zip").rename(tmp_path / "a")
    write_diary(OLD, tmp_path / "b")
    (tmp_path / "b").rename(tmp_path / "b.zip")
    for name in ("a", "b.zip"):
        with pytest.raises(DiaryError, match="something else"):
            write_diary(NEW, tmp_path / name, replace=True)
        assert read_diary(tmp_path / name) == OLD


def test_an_empty_folder_is_filled_where_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("diary").mkdir()
    before = os.stat("diary").st_ino  # noqa: PTH116
    write_diary(OLD, "diary")
    assert read_diary("diary") == OLD
    assert Path("diary").stat().st_ino == before


def test_folders_on_the_way_are_made(tmp_path):
    write_diary(OLD, tmp_path / "a" / "b")
    assert read_diary(tmp_path / "a" / "b") == OLD


def test_other_files_in_a_replaced_folder_stay_and_old_tables_go(tmp_path):
    place = tmp_path / "diary"
    write_diary(OLD, place)
    (place / "scans").mkdir()
    (place / "scans" / "attacks.csv").write_text("mine")
    (place / ".hidden").write_text("mine")
    write_diary(NEW, place, replace=True)
    record, notices = read_diary_with_notices(place)
    assert record == NEW
    assert (place / "scans" / "attacks.csv").read_text() == "mine"
    assert (place / ".hidden").read_text() == "mine"
    assert not (place / "doses.csv").exists()
    assert [str(notice) for notice in notices] == ["scans: not a file of the diary, not read"]


def test_a_link_to_a_diary_stays_a_link(tmp_path):
    write_diary(OLD, tmp_path / "diary")
    (tmp_path / "link").symlink_to(tmp_path / "diary")
    write_diary(NEW, tmp_path / "link", replace=True)
    assert (tmp_path / "link").is_symlink()
    assert read_diary(tmp_path / "diary") == NEW


@both_forms
def test_a_full_disk_leaves_the_old_diary(tmp_path, monkeypatch, name):
    write_diary(OLD, tmp_path / name)

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiaryError, match="No space left on device"):
        write_diary(NEW, tmp_path / name, replace=True)
    assert read_diary(tmp_path / name) == OLD
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt()])
def test_a_failed_exchange_puts_the_old_diary_back(tmp_path, monkeypatch, error):
    place = tmp_path / "diary"
    write_diary(OLD, place)
    rename = Path.rename

    def failing(self, target):
        if Path(target) == place and self.parent.name.startswith(".diary-") and not failed:
            failed.append(self)
            raise error
        return rename(self, target)

    failed = []
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises((DiaryError, KeyboardInterrupt)):
        write_diary(NEW, place, replace=True)
    assert failed
    assert read_diary(place) == OLD
    assert [each.name for each in tmp_path.iterdir()] == ["diary"]


def test_a_diary_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(DiaryError):
        write_diary(diary(attack("2024-03-01T08:00", notes="\0")), tmp_path / "diary")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_a_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(DiaryError):
        write_diary(OLD, tmp_path / "file" / "diary")


@pytest.mark.parametrize("name", ["nothing", "nothing.zip"])
def test_a_path_to_nothing_is_refused(tmp_path, name):
    with pytest.raises(DiaryError, match="does not exist"):
        read_diary(tmp_path / name)


def test_a_file_that_is_no_zip_is_refused(tmp_path):
    (tmp_path / "diary.txt").write_text("Dear diary")
    with pytest.raises(DiaryError, match="neither a folder nor a zip file"):
        read_diary(tmp_path / "diary.txt")


def test_a_file_in_capitals_is_not_overlooked(tmp_path):
    write_diary(OLD, tmp_path / "diary")
    (tmp_path / "diary" / "doses.csv").rename(tmp_path / "diary" / "Doses.csv")
    with pytest.raises(DiaryError, match=r"doses\.csv must be written in lower case"):
        read_diary(tmp_path / "diary")


def test_a_folder_in_place_of_a_table_is_refused(tmp_path):
    write_diary(OLD, tmp_path / "diary")
    (tmp_path / "diary" / "labs.csv").mkdir()
    with pytest.raises(DiaryError, match=r"labs\.csv is not a file"):
        read_diary(tmp_path / "diary")


def test_a_folder_filled_in_part_is_not_a_diary(tmp_path, monkeypatch):
    place = tmp_path / "diary"
    place.mkdir()
    moved = []

    def failing(self, target):
        if moved:
            raise OSError(5, "Input/output error")
        moved.append(target.name)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(DiaryError, match="Input/output error"):
        write_diary(OLD, place)
    assert moved == ["doses.csv"]
    assert not (place / "diary.toml").exists()
