"""Backup and restore as a user does them, while the app runs and after."""

import sqlite3
from contextlib import closing

import pytest

from surcease.web.store import place
from web.live import Live, run_surcease
from web.made import attack


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """A running app with two attacks, and a backup of them."""
    folder = tmp_path_factory.mktemp("backup")
    live = Live(folder / "data")
    live.client().act(attack(notes="one"), attack(notes="two"))
    done = run_surcease(live.data, "backup", folder / "two.sqlite3")
    assert done.returncode == 0, done.stderr
    yield live
    live.kill()


def notes(file):
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT json_extract(cells, '$.notes') FROM record_entry")
        return sorted(text for (text,) in rows)


def test_a_backup_of_the_running_app_is_one_whole_file_for_its_owner_alone(app):
    backup = app.data.parent / "two.sqlite3"
    assert notes(backup) == ["one", "two"]
    assert backup.stat().st_mode & 0o77 == 0
    assert not list(app.data.parent.glob("two.sqlite3-*"))


def test_a_backup_replaces_only_a_backup_and_only_on_request(app):
    backup, other = app.data.parent / "two.sqlite3", app.data.parent / "other.txt"
    other.write_text("mine")
    for arguments in ((backup,), (other, "--replace"), (app.data / "diary.sqlite3", "--replace")):
        done = run_surcease(app.data, "backup", *arguments)
        assert done.returncode == 1
        assert str(arguments[0]) in done.stderr
        assert "Traceback" not in done.stderr
    assert other.read_text() == "mine"
    assert notes(backup) == ["one", "two"]


def test_a_running_app_goes_on_with_what_was_restored_and_the_old_diary_is_kept(app):
    client = app.client()
    client.act(attack(notes="three"))
    done = run_surcease(app.data, "restore", app.data.parent / "two.sqlite3")
    assert done.returncode == 0, done.stderr
    assert notes(app.data / "diary.sqlite3") == ["one", "two"]
    (kept,) = (app.data / "kept").glob("*before-restore.sqlite3")
    assert str(kept) in done.stdout
    assert notes(kept) == ["one", "three", "two"]
    assert client.act(attack(notes="four"))[0]["status"] == "done"
    assert notes(app.data / "diary.sqlite3") == ["four", "one", "two"]


def damaged(file, folder):
    broken = folder / "broken.sqlite3"
    data = bytearray(file.read_bytes())
    data[5000:9000] = bytes(4000)
    broken.write_bytes(data)
    return broken


def of_another_program(_file, folder):
    other = folder / "notes.sqlite3"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS notes (text)")
    return other


def newer(file, folder):
    later = folder / "newer.sqlite3"
    later.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(later)) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('record', '9999', '')"
        )
        connection.commit()
    return later


def no_database(_file, folder):
    (folder / "photo.jpg").write_bytes(b"\xff\xd8" + bytes(1001))
    return folder / "photo.jpg"


def test_of_a_damaged_diary_the_browser_gets_no_backup_and_is_told_what_to_do(
    app, user, monkeypatch
):
    broken = damaged(app.data.parent / "two.sqlite3", app.data.parent)
    monkeypatch.setattr(place, "folder", lambda: broken.parent)
    monkeypatch.setattr(place, "database", lambda: broken)
    user.raise_request_exception = False
    answer = user.post("/backup/")
    assert answer.status_code == 503
    assert "is damaged. Restore a backup." in answer.text
    assert str(broken) not in answer.text


@pytest.mark.parametrize("make", [damaged, of_another_program, newer, no_database])
def test_what_is_no_whole_backup_changes_nothing(app, make):
    before = notes(app.data / "diary.sqlite3")
    file = make(app.data.parent / "two.sqlite3", app.data.parent)
    done = run_surcease(app.data, "restore", file)
    assert done.returncode == 1
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr
    assert notes(app.data / "diary.sqlite3") == before


def test_a_damaged_diary_is_replaced_and_kept_as_it_was(app):
    data = app.data.parent / "damaged"
    data.mkdir()
    (data / "diary.sqlite3").write_bytes(b"nothing that can be read" * 100)
    done = run_surcease(data, "restore", app.data.parent / "two.sqlite3")
    assert done.returncode == 0, done.stderr
    assert notes(data / "diary.sqlite3") == ["one", "two"]
    (kept,) = (data / "kept").iterdir()
    assert kept.read_bytes().startswith(b"nothing that can be read")


def test_the_browser_saves_a_backup(app):
    client = app.client()
    status, page = client.get("/backup/")
    assert status == 200
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": app.origin}
    status, got, body = client.request("POST", "/backup/", f"csrfmiddlewaretoken={token}", headers)
    assert status == 200
    assert got["Content-Disposition"].endswith('.sqlite3"')
    assert body.startswith("SQLite format 3")
    assert not list(app.data.glob(".backup-*"))
