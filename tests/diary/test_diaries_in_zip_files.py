from contextlib import suppress
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.entries import attack, diary, settings_toml
from surcease.diary import DiaryError, read_diary, read_diary_with_notices, write_diary
from surcease.diary.folder import archive, contents

ATTACKS = "started_at\n2024-03-01T08:00\n"
RECORD = diary(attack("2024-03-01T08:00"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.zip"


def complete(prefix=""):
    return {f"{prefix}diary.toml": settings_toml(), f"{prefix}attacks.csv": ATTACKS}


def packed(path, members, compression=ZIP_DEFLATED):
    with ZipFile(path, "w", compression) as target:
        for name, text in members.items():
            target.writestr(name, text)
    return path


@pytest.mark.parametrize("prefix", ["", "my diary/"])
def test_a_zip_holds_the_files_at_its_top_or_in_one_folder(path, prefix):
    packed(path, complete(prefix))
    assert read_diary(path) == RECORD


def test_the_name_of_a_zip_file_does_not_matter(tmp_path):
    assert read_diary(packed(tmp_path / "sent-by-mail", complete())) == RECORD


def test_what_macos_adds_is_ignored_and_other_files_are_reported(path):
    members = {
        **complete("d/"),
        "__MACOSX/d/._diary.toml": "x",
        "__MACOSX/diary.toml": "x",
        "d/.DS_Store": "x",
        "d/scan.pdf": "x",
    }
    record, notices = read_diary_with_notices(packed(path, members))
    assert record == RECORD
    assert [str(notice) for notice in notices] == ["scan.pdf: not a file of the diary, not read"]


@pytest.mark.parametrize(
    "name",
    [
        "../attacks.csv",
        "a/../../attacks.csv",
        "/etc/passwd",
        "C:/x",
        r"..\x",
        r"a\..\x",
        r"\\h\s\x",
    ],
)
def test_names_that_lead_out_of_the_folder_are_refused(path, name):
    with pytest.raises(DiaryError, match="lead out of its folder"):
        read_diary(packed(path, {**complete(), name: "x"}))


def test_several_diaries_in_one_zip_are_refused(path):
    with pytest.raises(DiaryError, match="several diaries"):
        read_diary(packed(path, complete("a/") | complete("b/")))


@pytest.mark.parametrize("members", [{}, {"sheet.xml": ""}, complete("a/b/")])
def test_a_zip_without_a_diary_is_refused(path, members):
    with pytest.raises(DiaryError, match=r"diary\.toml is missing"):
        read_diary(packed(path, members))


def test_two_files_of_one_name_are_refused(path):
    packed(path, complete())
    with ZipFile(path, "a") as target, pytest.warns(UserWarning, match="Duplicate name"):
        target.writestr("attacks.csv", ATTACKS)
    with pytest.raises(DiaryError, match="two files of the same name"):
        read_diary(path)


def test_another_compression_is_refused(path):
    with pytest.raises(DiaryError, match="deflate"):
        read_diary(packed(path, complete(), ZIP_BZIP2))


def test_an_encrypted_file_is_refused(path):
    data = bytearray(packed(path, complete()).read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(DiaryError, match="encrypted"):
        read_diary(path)


def test_absurd_sizes_are_refused(path, monkeypatch):
    packed(path, {**complete(), "notes.txt": ""})
    monkeypatch.setattr(contents, "LARGEST_FILE", 20)
    with pytest.raises(DiaryError, match="is larger than"):
        read_diary(path)
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    with pytest.raises(DiaryError, match="more than 2 files"):
        read_diary(path)


def test_the_same_diary_gives_the_same_bytes(tmp_path):
    for name in ("one.zip", "other.zip"):
        write_diary(RECORD, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_replacing_a_zip_keeps_the_other_files_in_it(path):
    packed(path, {**complete("d/"), "d/scan.pdf": "x", "d/doses.csv": "given_at,treatment\n"})
    write_diary(diary(), path, replace=True)
    with ZipFile(path) as written:
        assert sorted(written.namelist()) == ["diary.toml", "scan.pdf"]
        assert written.read("scan.pdf") == b"x"


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.data())
def test_a_damaged_zip_is_read_or_refused_but_never_breaks(tmp_path_factory, data):
    damaged = bytearray(archive._pack({n: text.encode() for n, text in complete().items()}))
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(damaged[: data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))])
    with suppress(DiaryError):
        read_diary(path)
