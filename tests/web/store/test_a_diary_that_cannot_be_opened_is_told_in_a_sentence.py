import sqlite3

import pytest

from surcease.cli.file_trouble import file_trouble
from web.live import run_surcease

COMMANDS = {
    "serve": ("serve", "--no-browser", "--port", "0"),
    "backup": ("backup", "copy.sqlite3"),
    "account": ("account",),
    "encrypt": ("encrypt",),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_damaged_diary_is_named_with_what_can_be_done(tmp_path, command):
    file = tmp_path / "diary.sqlite3"
    file.write_text("I want to die")
    done = run_surcease(tmp_path, *command, said="a long passphrase")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"surcease: {file}: it is damaged; "
        "`surcease restore FILE` keeps it and puts a backup in its place"
    ]
    assert file.read_text() == "I want to die"


@pytest.mark.parametrize("name", ["in-use.lock", "starting.lock"])
def test_a_damaged_file_that_holds_nothing_is_not_taken_for_the_diary(tmp_path, name):
    file = tmp_path / name
    file.write_text("no database" * 100)
    done = run_surcease(tmp_path, "backup", "copy.sqlite3")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"surcease: {file}: it is damaged, and holds nothing; delete it"
    ]
    file.unlink()
    run_surcease(tmp_path, "account", said="a long passphrase")
    assert (tmp_path / "diary.sqlite3").exists()


def failed(code):
    error = sqlite3.OperationalError("INSERT of a note")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "the disk is full"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "another program holds it"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "read-only"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
    ],
)
def test_what_sqlite_refuses_is_told_without_its_own_words(monkeypatch, tmp_path, code, said):
    monkeypatch.setenv("SURCEASE_DATA", str(tmp_path))
    around = RuntimeError("Django's own")
    around.__cause__ = failed(code)
    for error in (failed(code), around):
        told = file_trouble(error)
        assert told.startswith(f"{tmp_path / 'diary.sqlite3'}: ")
        assert said in told
        assert "note" not in told


def test_a_mistake_of_the_app_itself_is_no_trouble_of_the_file():
    assert file_trouble(failed(sqlite3.SQLITE_ERROR)) is None
    assert file_trouble(ValueError("no file")) is None
